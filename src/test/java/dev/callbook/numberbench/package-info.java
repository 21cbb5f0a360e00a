@NullMarked
package dev.callbook.numberbench;

import org.jspecify.annotations.NullMarked;
