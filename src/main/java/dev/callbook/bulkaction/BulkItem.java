package dev.callbook.bulkaction;

import dev.callbook.access.DivisionId;
import dev.callbook.contact.Belongings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the records that an action is about.
///
/// @param id the contact's or the organization's
/// @param kept what the log does not know of one that was deleted; null for any other
record BulkItem(UUID id, DivisionId division, BulkOutcome outcome, @Nullable Kept kept) {

  /// @param type the contact's; empty for an organization
  /// @param version its last one
  /// @param notes their ids, of a contact
  /// @param belongings of a contact that was deleted
  /// @param recreated the id of the contact that was made anew for it; null if none was
  record Kept(
      String type,
      Instant createdAt,
      int version,
      List<UUID> notes,
      Belongings belongings,
      @Nullable UUID recreated) {}

  BulkItem as(BulkOutcome other) {
    return new BulkItem(id, division, other, kept);
  }

  BulkItem keeping(Kept what) {
    return new BulkItem(id, division, BulkOutcome.CHANGED, what);
  }

  /// @throws NullPointerException if it was not deleted
  Kept whatWasKept() {
    return Objects.requireNonNull(kept);
  }
}
