/// What contacts and organizations have in common: addresses, stored phone numbers, external ids,
/// custom-field values, the checks of their texts, and the filters and columns of their lists. May
/// depend on `platform`, `wire`, `access`, `phone`, `change` and `web`.
@NullMarked
package dev.callbook.directory;

import org.jspecify.annotations.NullMarked;
