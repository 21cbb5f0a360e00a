package dev.callbook.bulkaction;

import dev.callbook.web.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action from its count to its undo.
///
/// @param target the name of the division where contacts are made anew; empty for any other kind
/// @param by who ordered it
/// @param lists records that an admin may want to look at: those that could not be changed, or that
///   somebody edited since
/// @param mayAct whether this user may start it and take it back
record BulkView(
    String path,
    BulkKind kind,
    String target,
    BulkState state,
    BulkCounts counts,
    String by,
    Instant startedAt,
    Instant createdAt,
    Instant now,
    @Nullable String reason,
    List<Named> lists,
    boolean mayAct) {

  /// Records with one outcome. @param more how many are not named
  record Named(BulkOutcome outcome, List<Link> records, long more) {}

  public boolean isOfOrganizations() {
    return kind.subject() == BulkSubject.ORGANIZATION;
  }

  /// The address of the list that its records are from.
  public String list() {
    return kind.subject().list();
  }

  public boolean isDeletion() {
    return kind == BulkKind.DELETE || kind == BulkKind.DELETE_ORGANIZATIONS;
  }

  /// How many contacts lose their organization.
  public long beside() {
    return counts.beside();
  }

  public boolean isRecreation() {
    return kind == BulkKind.RECREATE;
  }

  public boolean isWorking() {
    return state.isWorking();
  }

  public boolean isReady() {
    return state == BulkState.READY;
  }

  public boolean isDone() {
    return state == BulkState.DONE;
  }

  /// Whether it was taken back, or is being.
  public boolean isUndone() {
    return state == BulkState.UNDONE || state == BulkState.UNDOING;
  }

  public boolean isCounting() {
    return state == BulkState.COUNTING;
  }

  public long total() {
    return counts.total();
  }

  public long planned() {
    return counts.of(BulkOutcome.PLANNED);
  }

  public long changed() {
    return counts.of(BulkOutcome.CHANGED);
  }

  public long same() {
    return counts.of(BulkOutcome.SAME);
  }

  public long forbidden() {
    return counts.of(BulkOutcome.FORBIDDEN);
  }

  public long merged() {
    return counts.of(BulkOutcome.MERGED);
  }

  public long gone() {
    return counts.of(BulkOutcome.GONE);
  }

  public long refused() {
    return counts.of(BulkOutcome.REFUSED);
  }

  public long undone() {
    return counts.of(BulkOutcome.UNDONE);
  }

  public long partly() {
    return counts.of(BulkOutcome.PARTLY);
  }

  public long kept() {
    return counts.of(BulkOutcome.KEPT);
  }

  /// How many the phase has dealt with.
  public long handled() {
    return switch (state) {
      case COUNTING -> total();
      case UNDOING, UNDONE -> undone() + partly() + kept();
      case READY, RUNNING, DONE, CANCELLED, FAILED -> changed() + gone() + refused();
    };
  }

  /// How many the phase is about; 0 while nobody knows.
  public long expected() {
    return switch (state) {
      case COUNTING -> 0;
      case UNDOING, UNDONE -> handled() + changed();
      case READY, RUNNING, DONE, CANCELLED, FAILED -> handled() + planned();
    };
  }

  public int percent() {
    return expected() == 0 ? 0 : (int) (handled() * 100 / expected());
  }

  /// How many a second; 0 while it cannot be told.
  public long rate() {
    long millis = Duration.between(startedAt, now).toMillis();
    return millis < 500 ? 0 : handled() * 1000 / millis;
  }

  /// Seconds until the phase ends at this rate; -1 while it cannot be told.
  public long secondsLeft() {
    return rate() == 0 || expected() == 0 ? -1 : Math.ceilDiv(expected() - handled(), rate());
  }
}
