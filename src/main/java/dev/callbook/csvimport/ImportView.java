package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Plan;
import dev.callbook.web.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An import from its dry run to its report.
///
/// @param isPaused whether somebody lets it rest
/// @param done rows, or bytes while the file is being read; as `total` and `rate`
/// @param rate how many a second; 0 while it cannot be told
/// @param secondsLeft -1 while it cannot be told
/// @param rejections the first of them
/// @param mayAct whether this user may start and cancel it
/// @param mayUndo whether it has run, and this user may undo it
/// @param undo how far its undo is; null where none was ordered
record ImportView(
    String path,
    String fileName,
    String division,
    ImportState state,
    boolean isPaused,
    String phase,
    long done,
    long total,
    int percent,
    long rate,
    long secondsLeft,
    Plan plan,
    Applied applied,
    @Nullable String reason,
    List<Rejection> rejections,
    boolean mayAct,
    boolean mayUndo,
    @Nullable UndoState undo) {
  static ImportView of(
      Scope scope,
      Words words,
      Import it,
      @Nullable String reason,
      List<Rejection> rejections,
      boolean mayAct,
      boolean mayUndo,
      Instant now) {
    return new ImportView(
        ImportPages.PATH + "/" + it.id(),
        it.fileName(),
        it.division() == null ? "" : scope.division(it.division()).map(words::nameOf).orElse(""),
        it.state(),
        it.isPaused(),
        it.phase(),
        it.progress().done(),
        it.progress().total(),
        it.progress().percent(),
        it.isPaused() ? 0 : it.progress().rate(now),
        it.isPaused() ? -1 : it.progress().secondsLeft(now),
        it.plan(),
        it.applied(),
        reason,
        rejections,
        mayAct,
        mayUndo,
        it.undo());
  }

  /// How many reasons are shown.
  public long shown() {
    return rejections.size();
  }

  /// Rows that the report lists.
  public long refused() {
    return plan.rejected() + plan.ambiguous();
  }

  /// Whether the dry run's answer is known.
  public boolean isPlanned() {
    return plan.rows() > 0 && state != ImportState.CHECKING;
  }

  /// Whether the file is being read for the first time: then nobody knows how many rows it has.
  public boolean isReading() {
    return phase.equals("reading");
  }

  /// Whether it has not begun its run: another one into the same division comes first.
  public boolean isWaiting() {
    return isRunning() && !isPaused && phase.isEmpty();
  }

  public boolean isWorking() {
    return state.isWorking() && !isPaused;
  }

  /// Whether it can be stopped for good.
  public boolean isUnderWay() {
    return state.isWorking();
  }

  public boolean isRunning() {
    return state == ImportState.RUNNING;
  }

  public boolean isReady() {
    return state == ImportState.CHECKED;
  }

  public boolean isOver() {
    return state.isOver();
  }

  public String cancelPath() {
    return path + "/cancel";
  }

  /// How far along the five steps it is, from 1.
  public int step() {
    return switch (state) {
      case UPLOADED -> 2;
      case CHECKING, CHECKED -> 3;
      case RUNNING -> 4;
      case DONE, FAILED, CANCELLED -> 5;
    };
  }
}
