/// Custom fields: the schemas that organizations of ours give their contacts and external
/// organizations, the eleven core types, and the check of every value that is written. May depend
/// on `directory`, `change`, `access`, `web`, `wire` and `platform`.
@NullMarked
package dev.callbook.customfield;

import org.jspecify.annotations.NullMarked;
