@NullMarked
package dev.callbook.demo;

import org.jspecify.annotations.NullMarked;
