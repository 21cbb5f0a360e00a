@NullMarked
package dev.callbook.testing.bad.access;

import org.jspecify.annotations.NullMarked;
