@NullMarked
package dev.callbook.web;

import org.jspecify.annotations.NullMarked;
