/// The benchmark and the people it invents.
@NullMarked
package dev.callbook.bench;

import org.jspecify.annotations.NullMarked;
