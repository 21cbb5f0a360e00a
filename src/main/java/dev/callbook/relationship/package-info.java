/// What people of ours are to external organizations. May depend on `organization`, `directory`,
/// `change`, `web`, `access`, `wire` and `platform`.
@NullMarked
package dev.callbook.relationship;

import org.jspecify.annotations.NullMarked;
