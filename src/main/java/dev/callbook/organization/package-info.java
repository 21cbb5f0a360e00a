/// External organizations: the companies that contacts belong to. Their details, rules and pages.
/// May depend on `directory`, `customfield`, `externalsource`, `change`, `web`, `access`, `phone`,
/// `wire` and `platform`.
@NullMarked
package dev.callbook.organization;

import org.jspecify.annotations.NullMarked;
