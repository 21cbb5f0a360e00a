@NullMarked
package dev.callbook.testing.bad.lookup;

import org.jspecify.annotations.NullMarked;
