/// Callbook as the official SDKs of the public API see it.
@NullMarked
package dev.callbook.sdk;

import org.jspecify.annotations.NullMarked;
