/// The vendor's own clients against Callbook.
@NullMarked
package dev.callbook.sdk;

import org.jspecify.annotations.NullMarked;
