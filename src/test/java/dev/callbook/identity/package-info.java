@NullMarked
package dev.callbook.identity;

import org.jspecify.annotations.NullMarked;
