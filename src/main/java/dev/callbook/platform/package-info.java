/// What every feature stands on and none owns: the settings, the database (embedded or configured),
/// the clock, ids, announcements between nodes, folding of names. Depends on no other package of
/// Callbook.
@NullMarked
package dev.callbook.platform;

import org.jspecify.annotations.NullMarked;
