/// What every feature stands on and none owns: the settings, the database (embedded or configured),
/// the clock and the ids. Depends on no other package of Callbook.
@NullMarked
package dev.callbook.platform;

import org.jspecify.annotations.NullMarked;
