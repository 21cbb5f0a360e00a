@NullMarked
package dev.callbook.testing;

import org.jspecify.annotations.NullMarked;
