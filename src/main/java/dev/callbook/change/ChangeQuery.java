package dev.callbook.change;

import dev.callbook.access.Origin;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries of the log are meant. What is null or empty asks for nothing.
///
/// @param subjects the kinds of records
/// @param record the only record
/// @param origin the door the writes came in by
/// @param originId the only import or interaction
/// @param from the first moment
/// @param before the moment after the last
public record ChangeQuery(
    @Nullable Who who,
    Set<Subject> subjects,
    @Nullable Kind kind,
    @Nullable UUID record,
    Origin.@Nullable Kind origin,
    @Nullable UUID originId,
    @Nullable Instant from,
    @Nullable Instant before) {
  public ChangeQuery {
    subjects = Set.copyOf(subjects);
  }

  public static final ChangeQuery EVERYTHING =
      new ChangeQuery(null, Set.of(), null, null, null, null, null, null);

  /// Who acted.
  ///
  /// @param id a user or a client; null for Callbook itself
  public record Who(@Nullable UUID id) {}

  /// What happened to the records.
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED,
    /// contacts became one, or a merge was undone
    MERGED
  }

  /// Whether records of a kind can alone be asked for by the index of what belongs to no division.
  boolean isUndivided() {
    return !subjects.isEmpty() && subjects.stream().allMatch(Subject::isUndivided);
  }

  /// Whether what Callbook itself did is looked for by the index of who acted.
  boolean isPathOfNobody() {
    return record == null && originId == null && !isUndivided() && who != null && who.id() == null;
  }
}
