/// What every feature stands on: the database, the clock, ids, announcements between nodes, folding
/// of names.
@NullMarked
package dev.callbook.platform;

import org.jspecify.annotations.NullMarked;
