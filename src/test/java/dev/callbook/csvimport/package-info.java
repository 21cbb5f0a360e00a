/// Files on their way into the directory, as those who bring them see it.
@NullMarked
package dev.callbook.csvimport;

import org.jspecify.annotations.NullMarked;
