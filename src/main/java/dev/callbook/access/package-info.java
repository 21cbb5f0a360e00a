/// Who may do what: organizations of ours (tenants), divisions, users, roles, grants, OAuth
/// clients, page sign-in, how often tokens may be used, and [Scope], which every other feature's
/// SQL takes. `oauth` and `admin` stand on it. May depend on `platform` and `wire` only.
@NullMarked
package dev.callbook.access;

import org.jspecify.annotations.NullMarked;
