package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.csvimport.ImportJson.ProgressJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The undo of an import in JSON. Of our own making: the public API has no such model.
///
/// @param state `counting`, `counted`, `running`, `done`, `failed`
/// @param pausedAt since when it rests; absent unless it does
/// @param reason why it failed
/// @param planned what counting found; absent before its end
/// @param done what is done so far; absent before it runs
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UndoJson(
    String importId,
    String state,
    @Nullable Instant pausedAt,
    @Nullable String reason,
    @Nullable ProgressJson progress,
    @Nullable CountsJson planned,
    @Nullable CountsJson done,
    Instant orderedAt,
    @Nullable Instant countedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    String selfUri) {

  /// How many records.
  ///
  /// @param removed contacts that the import added
  /// @param restored contacts with all the values they had before
  /// @param partlyRestored contacts with some of them: somebody changed the others since
  /// @param kept contacts that somebody has had to do with since
  /// @param gone contacts that were deleted since
  /// @param mergesUndone merges that the import made @param mergesKept those that stay
  /// @param organizationsRemoved those that the import added
  /// @param organizationsRestored those with all the values they had before
  /// @param organizationsPartlyRestored those with some of them
  /// @param organizationsKept those that stay
  public record CountsJson(
      long removed,
      long restored,
      long partlyRestored,
      long kept,
      long gone,
      long mergesUndone,
      long mergesKept,
      long organizationsRemoved,
      long organizationsRestored,
      long organizationsPartlyRestored,
      long organizationsKept) {
    static CountsJson of(UndoCounts counts) {
      return new CountsJson(
          counts.of(UndoOutcome.REMOVED),
          counts.of(UndoOutcome.RESTORED),
          counts.of(UndoOutcome.PARTLY),
          counts.of(UndoOutcome.KEPT),
          counts.of(UndoOutcome.GONE),
          counts.of(UndoOutcome.PARTED),
          counts.of(UndoOutcome.STILL_MERGED),
          counts.of(UndoOutcome.ORGANIZATION_REMOVED),
          counts.of(UndoOutcome.ORGANIZATION_RESTORED),
          counts.of(UndoOutcome.ORGANIZATION_PARTLY),
          counts.of(UndoOutcome.ORGANIZATION_KEPT));
    }
  }

  static UndoJson of(Undo it, Instant now) {
    return new UndoJson(
        it.importId().toString(),
        it.state().word(),
        it.times().pausedAt(),
        it.reason(),
        it.state().isWorking() ? progress(it, now) : null,
        it.times().countedAt() == null ? null : CountsJson.of(it.planned()),
        it.times().startedAt() == null ? null : CountsJson.of(it.counts()),
        it.times().orderedAt(),
        it.times().countedAt(),
        it.times().startedAt(),
        it.times().finishedAt(),
        ImportJson.PATH + "/" + it.importId() + "/undo");
  }

  private static ProgressJson progress(Undo it, Instant now) {
    long rate = it.isPaused() ? 0 : it.progress().rate(now);
    long left = it.isPaused() ? -1 : it.progress().secondsLeft(now);
    return new ProgressJson(
        it.stage().word(),
        "records",
        it.progress().done(),
        it.progress().total(),
        rate == 0 ? null : rate,
        left < 0 ? null : left);
  }
}
