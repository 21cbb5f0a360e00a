package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Organizations;
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
/// @param hasContacts whether the rows are contacts; organizations otherwise
/// @param organizations those that contacts' rows name
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
    boolean hasContacts,
    Organizations organizations,
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
        !it.divisions().isEmpty()
            ? words.of(ImportMessages.class).divisionsOfRows()
            : it.division() == null
                ? ""
                : scope.division(it.division()).map(words::nameOf).orElse(""),
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
        it.hasContacts(),
        it.organizations(),
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
    return plan.rejected() + plan.ambiguous() + applied.rejected();
  }

  /// Where some of what the dry run found is shown.
  public String samplePath() {
    return path + "/sample";
  }

  /// Rows that are rejected, be it by the dry run or since.
  public long rejectedNow() {
    return plan.rejected() + applied.rejected();
  }

  /// Whether it is done, and did what the dry run foresaw.
  public boolean isAsForeseen() {
    return state == ImportState.DONE
        && applied.added() == plan.toAdd()
        && applied.changed() == plan.toChange()
        && applied.kept() == plan.toKeep()
        && applied.rejected() == 0
        && organizations.applied().added() == organizations.planned().toAdd()
        && organizations.applied().changed() == organizations.planned().toChange();
  }

  /// Whether contacts' rows name organizations.
  public boolean hasOrganizations() {
    return organizations.planned().all() > 0;
  }

  /// Where what was imported stands.
  public String directoryPath() {
    return hasContacts ? "/contacts" : "/organizations";
  }

  /// Whether it is done, and the directory changed between dry run and run.
  public boolean isOtherwise() {
    return state == ImportState.DONE && !isAsForeseen();
  }

  /// Rows that were to add a contact and met one.
  public long fewerAdded() {
    return Math.max(0, plan.toAdd() - applied.added());
  }

  /// Rows that were to meet a contact and added one.
  public long moreAdded() {
    return Math.max(0, applied.added() - plan.toAdd());
  }

  /// Whether other rows changed contacts than was foreseen.
  public boolean othersChanged() {
    return applied.changed() != plan.toChange() || applied.kept() != plan.toKeep();
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
