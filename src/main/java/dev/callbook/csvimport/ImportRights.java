package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Imports.Rights;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the caller may do with contacts and organizations: an import writes in their name.
final class ImportRights {
  private ImportRights() {}

  /// @throws dev.callbook.wire.Refusal.Forbidden if they may not add and edit contacts, where the
  ///   rows are contacts, at all
  static Rights of(Caller caller, ImportKind kind) {
    boolean hasContacts = kind == ImportKind.CONTACTS;
    return new Rights(
        hasContacts ? caller.scope(Permission.CONTACT_ADD) : null,
        hasContacts ? caller.scope(Permission.CONTACT_EDIT) : null,
        scope(caller, Permission.ORGANIZATION_ADD),
        scope(caller, Permission.ORGANIZATION_EDIT));
  }

  private static @Nullable Scope scope(Caller caller, Permission permission) {
    return caller.access().may(permission) ? caller.scope(permission) : null;
  }

  /// Asks before a large file is read.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming `division.id` if they may not write there
  static void check(Caller caller, ImportKind kind, String division) {
    caller.scope().divisionToWrite(Optional.of(division));
    of(caller, kind).check(division);
  }
}
