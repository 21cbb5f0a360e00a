/// Whether two contacts are one person: merges and their undo, contact types. May depend on
/// `contact`, `note`, `change`, `access`, `wire` and `platform`.
@NullMarked
package dev.callbook.identity;

import org.jspecify.annotations.NullMarked;
