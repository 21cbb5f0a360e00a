@NullMarked
package dev.callbook.bench;

import org.jspecify.annotations.NullMarked;
