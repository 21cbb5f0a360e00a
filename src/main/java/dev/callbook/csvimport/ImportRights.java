package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Imports.Rights;
import java.util.Optional;

/// What the caller may do with contacts and organizations: an import writes in their name.
final class ImportRights {
  private ImportRights() {}

  /// @throws dev.callbook.wire.Refusal.Forbidden if they may not add and edit contacts at all
  static Rights of(Caller caller) {
    Scope organizations =
        caller.access().may(Permission.ORGANIZATION_ADD)
            ? caller.scope(Permission.ORGANIZATION_ADD)
            : null;
    return new Rights(
        caller.scope(Permission.CONTACT_ADD), caller.scope(Permission.CONTACT_EDIT), organizations);
  }

  /// Asks before a large file is read.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming `division.id` if they may not write there
  static void check(Caller caller, String division) {
    Rights rights = of(caller);
    caller.scope().divisionToWrite(Optional.of(division));
    rights.add().divisionToWrite(Optional.of(division));
    rights.edit().divisionToWrite(Optional.of(division));
  }
}
