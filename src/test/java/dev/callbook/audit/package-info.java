@NullMarked
package dev.callbook.audit;

import org.jspecify.annotations.NullMarked;
