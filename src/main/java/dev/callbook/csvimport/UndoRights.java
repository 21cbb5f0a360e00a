package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.wire.Refusal.Forbidden;
import java.util.List;

/// What somebody needs to undo an import, in all divisions that it wrote to: all that an import
/// needs, and to delete contacts.
///
/// @param seen where they see organizations
/// @param mayWriteOrganizations whether those that the import added may go, and those that it
///   changed get their values back
record UndoRights(Scope seen, boolean mayWriteOrganizations) {
  static final List<Permission> NEEDED =
      List.of(
          Permission.IMPORT_ADD,
          Permission.CONTACT_ADD,
          Permission.CONTACT_EDIT,
          Permission.CONTACT_DELETE);

  /// @throws Forbidden naming the permission that the caller lacks in one of the divisions
  static UndoRights of(Caller caller, List<DivisionId> divisions) {
    for (Permission permission : NEEDED) {
      if (!holds(caller, permission, divisions)) {
        throw new Forbidden(permission.value());
      }
    }
    return new UndoRights(
        caller.scope(
            caller.access().may(Permission.ORGANIZATION_VIEW)
                ? Permission.ORGANIZATION_VIEW
                : Permission.CONTACT_EDIT),
        holds(caller, Permission.ORGANIZATION_EDIT, divisions)
            && holds(caller, Permission.ORGANIZATION_DELETE, divisions));
  }

  /// Whether the caller has them, in all of the divisions.
  static boolean areHeldBy(Caller caller, List<DivisionId> divisions) {
    return !divisions.isEmpty()
        && NEEDED.stream().allMatch(permission -> holds(caller, permission, divisions));
  }

  private static boolean holds(Caller caller, Permission permission, List<DivisionId> divisions) {
    return caller.access().may(permission)
        && divisions.stream()
            .allMatch(division -> caller.scope(permission).division(division).isPresent());
  }
}
