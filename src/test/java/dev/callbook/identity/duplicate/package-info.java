@NullMarked
package dev.callbook.identity.duplicate;

import org.jspecify.annotations.NullMarked;
