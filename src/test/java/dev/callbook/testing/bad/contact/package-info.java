@NullMarked
package dev.callbook.testing.bad.contact;

import org.jspecify.annotations.NullMarked;
