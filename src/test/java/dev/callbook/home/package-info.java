@NullMarked
package dev.callbook.home;

import org.jspecify.annotations.NullMarked;
