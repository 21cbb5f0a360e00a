package dev.callbook.bulkaction;

import dev.callbook.access.DivisionId;
import dev.callbook.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the contacts that an action is about.
///
/// @param kept what the log does not know of a contact that was deleted; null for any other
record BulkItem(ContactId contact, DivisionId division, BulkOutcome outcome, @Nullable Kept kept) {

  /// @param type the contact's
  /// @param version its last one
  /// @param notes their ids
  /// @param interactions their ids
  /// @param recreated the id of the contact that was made anew for it; null if none was
  record Kept(
      String type,
      Instant createdAt,
      int version,
      List<UUID> notes,
      List<UUID> interactions,
      @Nullable UUID recreated) {}

  BulkItem as(BulkOutcome other) {
    return new BulkItem(contact, division, other, kept);
  }

  BulkItem keeping(Kept what) {
    return new BulkItem(contact, division, BulkOutcome.CHANGED, what);
  }
}
