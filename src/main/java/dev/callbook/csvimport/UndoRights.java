package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.wire.Refusal.Forbidden;
import java.util.List;

/// What somebody needs to undo an import, in its division: all that an import needs, and to delete
/// contacts.
///
/// @param seen where they see organizations
/// @param mayRemoveOrganizations whether those that the import added may go
record UndoRights(Scope seen, boolean mayRemoveOrganizations) {
  static final List<Permission> NEEDED =
      List.of(
          Permission.IMPORT_ADD,
          Permission.CONTACT_ADD,
          Permission.CONTACT_EDIT,
          Permission.CONTACT_DELETE);

  /// @throws Forbidden naming the permission that the caller lacks in the division
  static UndoRights of(Caller caller, DivisionId division) {
    for (Permission permission : NEEDED) {
      if (caller.scope(permission).division(division).isEmpty()) {
        throw new Forbidden(permission.value());
      }
    }
    return new UndoRights(
        caller.scope(
            caller.access().may(Permission.ORGANIZATION_VIEW)
                ? Permission.ORGANIZATION_VIEW
                : Permission.CONTACT_EDIT),
        caller.access().may(Permission.ORGANIZATION_DELETE)
            && caller.scope(Permission.ORGANIZATION_DELETE).division(division).isPresent());
  }

  /// Whether the caller has them, in the division.
  static boolean isHeldBy(Caller caller, DivisionId division) {
    return NEEDED.stream()
        .allMatch(permission ->
            caller.access().may(permission)
                && caller.scope(permission).division(division).isPresent());
  }
}
