package dev.callbook.csvimport;

import dev.callbook.web.Link;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The undo of an import, from its counts to its report.
///
/// @param path of the undo
/// @param importPath of the import
/// @param counts what it would do, or does
/// @param rate how many entries a second; 0 while it cannot be told
/// @param secondsLeft -1 while it cannot be told
/// @param kept the first records that are not, or would not be, as they were before the import
/// @param mayAct whether this user may order what comes next
record UndoView(
    String path,
    String importPath,
    String fileName,
    UndoState state,
    UndoStage stage,
    boolean isPaused,
    boolean isWaiting,
    UndoCounts counts,
    long done,
    long total,
    int percent,
    long rate,
    long secondsLeft,
    @Nullable String reason,
    List<Line> kept,
    boolean mayAct,
    String by,
    @Nullable Instant finishedAt) {

  /// A record that is not as it was.
  ///
  /// @param link to it; its path is null where it is gone or may not be seen
  /// @param fields those that stay, in words; empty where that is not the point
  record Line(
      boolean isOrganization,
      Link link,
      boolean isThere,
      UndoOutcome outcome,
      UndoReason reason,
      String fields) {}

  static UndoView of(Import it, Undo undo, List<Line> kept, boolean mayAct, Instant now) {
    boolean isRunning = undo.times().startedAt() != null;
    String importPath = ImportPages.PATH + "/" + it.id();
    return new UndoView(
        importPath + "/undo",
        importPath,
        it.fileName(),
        undo.state(),
        undo.stage(),
        undo.isPaused(),
        undo.state() == UndoState.RUNNING
            && !undo.isPaused()
            && undo.progress().startedAt() == null,
        isRunning ? undo.counts() : undo.planned(),
        undo.progress().done(),
        undo.progress().total(),
        undo.progress().percent(),
        undo.isPaused() ? 0 : undo.progress().rate(now),
        undo.isPaused() ? -1 : undo.progress().secondsLeft(now),
        undo.reason(),
        kept,
        mayAct,
        undo.actor().name(),
        undo.times().finishedAt());
  }

  public boolean isCounting() {
    return state == UndoState.COUNTING;
  }

  public boolean isReady() {
    return state == UndoState.COUNTED;
  }

  public boolean isRunning() {
    return state == UndoState.RUNNING;
  }

  public boolean isUndone() {
    return state == UndoState.DONE;
  }

  public boolean isFailed() {
    return state == UndoState.FAILED;
  }

  /// Whether a node works on it, or will.
  public boolean isWorking() {
    return state.isWorking() && !isPaused;
  }

  public boolean isUnderWay() {
    return state.isWorking();
  }

  /// Whether it would take nothing back.
  public boolean isNothing() {
    return counts.isNothing();
  }

  public long removed() {
    return counts.of(UndoOutcome.REMOVED);
  }

  public long restored() {
    return counts.of(UndoOutcome.RESTORED);
  }

  public long partly() {
    return counts.of(UndoOutcome.PARTLY);
  }

  /// Contacts and merges that stay as they are.
  public long stays() {
    return counts.of(UndoOutcome.KEPT) + counts.of(UndoOutcome.STILL_MERGED);
  }

  public long gone() {
    return counts.of(UndoOutcome.GONE);
  }

  public long parted() {
    return counts.of(UndoOutcome.PARTED);
  }

  public long organizationsRemoved() {
    return counts.of(UndoOutcome.ORGANIZATION_REMOVED);
  }

  public long organizationsRestored() {
    return counts.of(UndoOutcome.ORGANIZATION_RESTORED);
  }

  public long organizationsPartly() {
    return counts.of(UndoOutcome.ORGANIZATION_PARTLY);
  }

  public long organizationsKept() {
    return counts.of(UndoOutcome.ORGANIZATION_KEPT);
  }

  /// How many records the whole list has.
  public long listed() {
    return counts.listed();
  }

  public long shown() {
    return kept.size();
  }

  public String runPath() {
    return path + "/run";
  }
}
