package dev.callbook.csvimport;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that the undo of an import leaves otherwise than it was before the import.
///
/// @param isOrganization false for a contact
/// @param fields the names of those that stay as they are, where only some do
/// @param employer the organization that a contact works for all the same; null for none
record UndoItem(
    UUID id,
    boolean isOrganization,
    UndoOutcome outcome,
    UndoReason reason,
    List<String> fields,
    @Nullable UUID employer) {
  UndoItem {
    fields = List.copyOf(fields);
  }

  static UndoItem contact(UUID id, UndoOutcome outcome, UndoReason reason) {
    return new UndoItem(id, false, outcome, reason, List.of(), null);
  }

  UndoItem workingFor(@Nullable UUID organization) {
    return new UndoItem(id, isOrganization, outcome, reason, fields, organization);
  }
}
