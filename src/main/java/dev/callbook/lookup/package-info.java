/// From a caller's number, address or handle to the contacts that hold it, and why. May depend on
/// `contact`, `phone`, `access`, `wire` and `platform`.
@NullMarked
package dev.callbook.lookup;

import org.jspecify.annotations.NullMarked;
