/// The demo: a believable company on a database of its own, and calls that come in without a
/// switchboard. Nothing of it runs, and none of its routes answers, unless `callbook.demo` is on.
/// May depend on everything.
@NullMarked
package dev.callbook.demo;

import org.jspecify.annotations.NullMarked;
