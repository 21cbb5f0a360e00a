/// External contacts: people outside the company. Their details, rules, search and pages. Other
/// features come in through [dev.callbook.contact.Contacts]. May depend on `directory`,
/// `customfield`, `organization`, `change`, `access`, `phone`, `wire` and `platform`.
@NullMarked
package dev.callbook.contact;

import org.jspecify.annotations.NullMarked;
