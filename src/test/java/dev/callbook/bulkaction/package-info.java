@NullMarked
package dev.callbook.bulkaction;

import org.jspecify.annotations.NullMarked;
