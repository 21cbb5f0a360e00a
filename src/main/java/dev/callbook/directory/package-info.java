/// What contacts and organizations have in common: addresses, stored phone numbers, external ids,
/// custom-field values, and the checks of their texts. May depend on `platform`, `wire`, `access`,
/// `phone`, `change` and `web`.
@NullMarked
package dev.callbook.directory;

import org.jspecify.annotations.NullMarked;
