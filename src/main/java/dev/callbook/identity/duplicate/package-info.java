/// Contacts that look like one person: found by what they share, looked at side by side, merged or
/// remembered as two people.
@NullMarked
package dev.callbook.identity.duplicate;

import org.jspecify.annotations.NullMarked;
