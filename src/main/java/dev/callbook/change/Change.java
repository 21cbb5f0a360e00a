package dev.callbook.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.DivisionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the log.
///
/// @param actorKind `user`, `client` or `system`
/// @param actorId the user's or client's; null for Callbook itself
/// @param actorName who acted, as they are called now; null for Callbook itself and for removed
///   users and clients
/// @param origin the door it came in by: `page`, `api`, `import`, `interaction`, `system`
/// @param originId the import or interaction it belongs to
/// @param division where the record belongs; null for what belongs to none
/// @param version the record's version after it
/// @param before the fields that differ, as they were; null for an addition
/// @param after the fields that differ, as they became; null for a removal
public record Change(
    UUID id,
    Instant at,
    String actorKind,
    @Nullable UUID actorId,
    @Nullable String actorName,
    String origin,
    @Nullable UUID originId,
    Subject subject,
    UUID subjectId,
    @Nullable DivisionId division,
    Action action,
    int version,
    @Nullable ObjectNode before,
    @Nullable ObjectNode after) {

  /// Whether what it was about is forgotten ([Retention]): that something happened is all that is
  /// known.
  public boolean isForgotten() {
    return before == null && after == null;
  }

  /// What happened to the record.
  public enum Action {
    ADDED,
    CHANGED,
    REMOVED
  }
}
