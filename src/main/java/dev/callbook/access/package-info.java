/// Who may do what: organizations of ours (tenants), divisions, users, roles, grants, OAuth
/// clients, tokens, page sign-in, and [Scope], which every other feature's SQL takes. May depend on
/// `platform` and `wire` only.
@NullMarked
package dev.callbook.access;

import org.jspecify.annotations.NullMarked;
