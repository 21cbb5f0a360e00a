package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.csvimport.Import.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The undo of an import: what it would do, or did.
///
/// @param planned what counting found
/// @param counts what is done so far
/// @param progress of the stage, in entries of the import's in the change log
/// @param reason why it failed, in words
public record Undo(
    UUID importId,
    Actor actor,
    UndoState state,
    UndoStage stage,
    UndoCounts planned,
    UndoCounts counts,
    Progress progress,
    Times times,
    @Nullable String reason) {

  /// When its steps began and ended; null for steps to come.
  ///
  /// @param pausedAt null unless somebody lets it rest
  public record Times(
      Instant orderedAt,
      @Nullable Instant countedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant pausedAt) {}

  /// Whether somebody lets it rest.
  public boolean isPaused() {
    return times.pausedAt() != null;
  }

  /// Whether a node works on it, or will as soon as one is free.
  public boolean isWorking() {
    return state.isWorking() && !isPaused();
  }
}
