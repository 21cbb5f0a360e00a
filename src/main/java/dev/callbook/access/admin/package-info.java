/// What the public API tells and changes of divisions, roles, grants, users and the organization.
/// The rules are in `access`, on which this stands.
@NullMarked
package dev.callbook.access.admin;

import org.jspecify.annotations.NullMarked;
