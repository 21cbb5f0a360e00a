@NullMarked
package dev.callbook.export;

import org.jspecify.annotations.NullMarked;
