@NullMarked
package dev.callbook.customfield;

import org.jspecify.annotations.NullMarked;
