package dev.callbook.identity;

import dev.callbook.contact.ContactJson;
import dev.callbook.directory.References.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Merges on the wire.
final class MergeJson {
  private MergeJson() {}

  /// Source: model `MergeContactsRequest`.
  ///
  /// @param valueOverride what it holds wins over what was merged; nulls and empty lists say
  ///   nothing
  record ContactsJson(
      @Nullable List<@Nullable String> contactIds, @Nullable ContactJson valueOverride) {}

  /// Source: model `MergeRequest`.
  record TwoJson(@Nullable String sourceContactId, @Nullable String targetContactId) {}

  /// What an undo is asked for.
  ///
  /// @param version as the contact was read last; absent to undo it whatever happened since
  /// @param discardChanges whether what was changed since the merge may be lost
  record UndoJson(@Nullable Integer version, @Nullable Boolean discardChanges) {}

  /// What an undo did.
  ///
  /// @param contacts the inputs, back under their own ids
  /// @param removedContact the contact that the merge had made, as it was last
  /// @param discardedChanges the names of its fields that were changed since the merge
  /// @param activityMovedTo the one of `contacts` that has the notes and interactions which
  ///   `removedContact` got since
  record UndoneJson(
      List<ContactJson> contacts,
      ContactJson removedContact,
      List<String> discardedChanges,
      EntityRef activityMovedTo) {}
}
