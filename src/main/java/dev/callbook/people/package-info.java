/// The pages by which people come in and are looked after: sign-in, users and their roles, OAuth
/// clients. The rules are in `access`. May depend on `access`, `web` and `wire`.
@NullMarked
package dev.callbook.people;

import org.jspecify.annotations.NullMarked;
