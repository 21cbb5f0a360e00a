@NullMarked
package dev.callbook.workspace;

import org.jspecify.annotations.NullMarked;
