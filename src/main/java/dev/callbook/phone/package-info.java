/// From what someone typed, or a trunk sent, to a number with one look-up key; and to a caller who
/// may have none.
///
/// Pure: no database, no network, no clock. Depends on libphonenumber and on nothing of ours.
@NullMarked
package dev.callbook.phone;

import org.jspecify.annotations.NullMarked;
