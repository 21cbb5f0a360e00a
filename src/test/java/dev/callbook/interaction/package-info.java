@NullMarked
package dev.callbook.interaction;

import org.jspecify.annotations.NullMarked;
