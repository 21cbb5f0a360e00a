/// Notes on contacts and organizations. May depend on `contact`, `organization`, `change`,
/// `access`, `wire` and `platform`.
@NullMarked
package dev.callbook.note;

import org.jspecify.annotations.NullMarked;
