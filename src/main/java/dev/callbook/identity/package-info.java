/// Whether two contacts are one person: identifiers, enrichment. May depend on `contact`,
/// `organization`, `change`, `access`, `wire` and `platform`.
@NullMarked
package dev.callbook.identity;

import org.jspecify.annotations.NullMarked;
