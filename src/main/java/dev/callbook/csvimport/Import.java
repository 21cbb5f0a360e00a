package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One file on its way into the directory.
///
/// @param division where new contacts go; null until it is chosen
/// @param divisions where rows may go, if a column says where each goes; else empty
/// @param region for numbers without a country code
/// @param settings null until they are chosen
/// @param reason why it failed, in words
/// @param coded the same for pages, as [ReasonCode] writes it
/// @param phase what is being done now: `reading`, `matching`, `comparing`, `organizations`,
///   `merging`, `changing`, `adding`; empty before
/// @param plan the dry run's answer
/// @param applied what is written so far
/// @param organizations what becomes of organizations beside contacts
/// @param savedSettings the saved settings that it was ordered with; null where there are none
/// @param undo how far its undo is; null where none was ordered
public record Import(
    UUID id,
    @Nullable DivisionId division,
    List<DivisionId> divisions,
    String fileName,
    long bytes,
    Actor actor,
    String region,
    ImportState state,
    @Nullable ImportSettings settings,
    @Nullable String reason,
    @Nullable String coded,
    String phase,
    Progress progress,
    Plan plan,
    Applied applied,
    Organizations organizations,
    Times times,
    @Nullable UUID savedSettings,
    @Nullable UndoState undo) {
  /// Whether its rows are contacts; organizations otherwise.
  public boolean hasContacts() {
    return settings == null || settings.kind() == ImportKind.CONTACTS;
  }

  /// The divisions that its rows go to; empty until that is decided.
  List<DivisionId> written() {
    return !divisions.isEmpty() ? divisions : division == null ? List.of() : List.of(division);
  }

  /// Whether somebody lets it rest.
  public boolean isPaused() {
    return times.pausedAt() != null;
  }

  /// Whether a node works on it, or will as soon as one is free.
  public boolean isWorking() {
    return state.isWorking() && !isPaused();
  }

  /// How far the phase is, in rows, or in bytes while the file is read for the first time.
  ///
  /// @param from how far it was at `startedAt`
  public record Progress(@Nullable Instant startedAt, long from, long done, long total) {
    /// Whole percents, 0 to 100.
    public int percent() {
      return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }

    /// How many a second on average; 0 while it cannot be told.
    public long rate(Instant now) {
      long millis = startedAt == null ? 0 : Duration.between(startedAt, now).toMillis();
      return millis < 100 ? 0 : (done - from) * 1000 / millis;
    }

    /// Seconds until the phase ends at this rate; -1 while it cannot be told.
    public long secondsLeft(Instant now) {
      long rate = rate(now);
      return rate == 0 ? -1 : Math.ceilDiv(Math.max(0, total - done), rate);
    }
  }

  /// What the run will do, row by row; the five add up to `rows`.
  public record Plan(
      long rows, long toAdd, long toChange, long toKeep, long rejected, long ambiguous) {
    /// How many rows the run will apply.
    public long applicable() {
      return toAdd + toChange + toKeep;
    }
  }

  /// What the run has done, in rows.
  ///
  /// @param rejected rows that the dry run did not see to be rejected, and the run had to
  public record Applied(long added, long changed, long kept, long rejected) {
    static final Applied NOTHING = new Applied(0, 0, 0);

    Applied(long added, long changed, long kept) {
      this(added, changed, kept, 0);
    }

    /// Those that are applied.
    public long rows() {
      return added + changed + kept;
    }

    Applied plus(Applied other) {
      return new Applied(
          added + other.added,
          changed + other.changed,
          kept + other.kept,
          rejected + other.rejected);
    }
  }

  /// How many organizations that the contacts' rows name the run will write.
  public record Planned(long toAdd, long toChange, long toKeep) {
    static final Planned NOTHING = new Planned(0, 0, 0);

    public long all() {
      return toAdd + toChange + toKeep;
    }
  }

  /// Organizations beside contacts: what the dry run foresaw, and what is done, each counted once.
  public record Organizations(Planned planned, Applied applied) {}

  /// When its steps began and ended; null for steps to come.
  ///
  /// @param pausedAt null unless somebody lets it rest
  public record Times(
      Instant createdAt,
      @Nullable Instant checkStartedAt,
      @Nullable Instant checkedAt,
      @Nullable Instant runStartedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant pausedAt) {}
}
