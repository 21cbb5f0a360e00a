package dev.callbook.bulkaction;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.directory.ListFilter;
import dev.callbook.directory.Selection;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of actions on many records: who is meant is counted before anything happens, and what
/// happened can be undone. Each record that is changed has its own entry in the change log, whose
/// origin is the action.
@ApplicationScoped
class BulkActions {
  private final BulkStore store;
  private final Announcements announcements;
  private final Ids ids;
  private final Clock clock;

  BulkActions(BulkStore store, Announcements announcements, Ids ids, Clock clock) {
    this.store = store;
    this.announcements = announcements;
    this.ids = ids;
    this.clock = clock;
  }

  /// Orders that it is counted who is meant.
  ///
  /// @param seen whom the caller may see
  /// @param may whom the caller may do it to
  /// @param target where contacts are to be made anew, one of the divisions of `may`; null for any
  ///   other kind
  /// @throws Invalid naming `id` if too many were picked
  @Transactional
  BulkAction order(
      Scope seen, Scope may, BulkKind kind, Selection selection, @Nullable DivisionId target) {
    if (selection.ids().size() > Selection.MAX_PICKED) {
      throw new Invalid(
          "id", "too.many", "At most " + Selection.MAX_PICKED + " records can be picked.");
    }
    // Whoever may not see a division cannot have it meant.
    seen.within(
        ListFilter.DIVISION, selection.filter().getOrDefault(ListFilter.DIVISION, List.of()));
    BulkAction action =
        new BulkAction(
            ids.next(),
            kind,
            selection,
            target,
            seen.actor(),
            BulkState.COUNTING,
            null,
            BulkCounts.NONE,
            clock.instant(),
            clock.instant(),
            null);
    store.add(seen, may, action);
    announcements.publish(BulkWorker.TOPIC, action.id().toString());
    return action;
  }

  /// @throws NotFound if there is none, or the scope lacks a division that it could see
  BulkAction get(Scope scope, BulkSubject subject, UUID id) {
    return store.find(scope, subject, id).orElseThrow(() -> new NotFound("bulk action", id));
  }

  /// Newest first. @param olderThan the last of the page before; null for the first page
  List<BulkAction> list(Scope scope, BulkSubject subject, @Nullable UUID olderThan, int maxRows) {
    return store.list(scope, subject, olderThan, maxRows);
  }

  /// Some of the records with an outcome.
  List<UUID> having(Scope scope, UUID id, BulkOutcome outcome, int maxRows) {
    return store.having(scope, id, outcome, maxRows);
  }

  /// Does what was counted.
  ///
  /// @param may whom the caller may do it to
  /// @throws Conflict naming `state` if it is not ready, or the caller may not do all of it
  @Transactional
  void run(Scope may, UUID id) {
    move(may, id, BulkState.READY, BulkState.RUNNING);
  }

  /// Lets go of what was counted. As [#run].
  @Transactional
  void cancel(Scope may, UUID id) {
    move(may, id, BulkState.READY, BulkState.CANCELLED);
  }

  /// Takes back what was done. As [#run].
  @Transactional
  void undo(Scope may, UUID id) {
    move(may, id, BulkState.DONE, BulkState.UNDOING);
  }

  private void move(Scope may, UUID id, BulkState from, BulkState to) {
    if (!store.move(may, id, from, to, clock.instant())) {
      throw new Conflict(
          "state",
          "This action is not " + from.word() + ", or you may not do all of it.",
          new Problem.Impossible());
    }
    announcements.publish(BulkWorker.TOPIC, id.toString());
  }
}
