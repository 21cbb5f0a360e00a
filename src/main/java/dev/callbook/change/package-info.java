/// The change log: every write, whoever made it, leaves one entry in its own transaction. The
/// history pages, undo, live topics and webhooks read it; there is no second mechanism. May depend
/// on `platform`, `wire` and `access`.
@NullMarked
package dev.callbook.change;

import org.jspecify.annotations.NullMarked;
