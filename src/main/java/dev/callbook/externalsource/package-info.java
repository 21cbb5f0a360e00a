/// The other systems whose ids contacts and organizations carry, and how to open a record there.
/// May depend on `directory`, `change`, `web`, `access`, `wire` and `platform`.
@NullMarked
package dev.callbook.externalsource;

import org.jspecify.annotations.NullMarked;
