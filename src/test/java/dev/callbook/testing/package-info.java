/// What tests stand on: a real database, a running Callbook.
@NullMarked
package dev.callbook.testing;

import org.jspecify.annotations.NullMarked;
