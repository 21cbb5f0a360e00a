package dev.callbook.csvimport;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Retentions;
import dev.callbook.change.Traces;
import dev.callbook.platform.Announcements;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of undoing imports. What it would do is counted before anything happens. Contacts that
/// the import added go, contacts that it changed get the values back that they had, merges are
/// undone; what somebody has had to do with since stays, and is listed. An undo cannot be undone.
@ApplicationScoped
public class ImportUndos {
  private final Imports imports;
  private final UndoStore store;
  private final UndoItemStore items;
  private final Traces traces;
  private final Retentions retentions;
  private final Announcements announcements;
  private final Clock clock;

  ImportUndos(
      Imports imports,
      UndoStore store,
      UndoItemStore items,
      Traces traces,
      Retentions retentions,
      Announcements announcements,
      Clock clock) {
    this.imports = imports;
    this.store = store;
    this.items = items;
    this.traces = traces;
    this.retentions = retentions;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// @throws NotFound if there is no such import within `scope`, or no undo of it was ordered
  public Undo get(Scope scope, UUID importId) {
    return find(scope, importId).orElseThrow(() -> new NotFound("undo of the import", importId));
  }

  /// As [#get].
  public Optional<Undo> find(Scope scope, UUID importId) {
    imports.get(scope, importId);
    return store.find(scope, importId);
  }

  /// The divisions that an import went into.
  ///
  /// @throws NotFound as [#get]
  /// @throws Conflict if that is not decided yet
  List<DivisionId> divisionsOf(Scope scope, UUID importId) {
    List<DivisionId> divisions = imports.get(scope, importId).written();
    if (divisions.isEmpty()) {
      throw nothing();
    }
    return divisions;
  }

  private static Conflict nothing() {
    return new Conflict(
        "state",
        "This import has written nothing: there is nothing to undo.",
        new Problem.Impossible());
  }

  /// Orders that it is counted what an undo would do.
  ///
  /// @throws NotFound if there is no such import within `scope`
  /// @throws Conflict naming `state` if the import is not over, wrote nothing or is being undone;
  ///   `retention` if the change log has forgotten what it wrote
  @Transactional
  Undo order(Scope scope, UUID importId, UndoRights rights) {
    Import it = imports.get(scope, importId);
    if (!it.state().isOver()) {
      throw new Conflict(
          "state",
          "Only an import that is over can be undone. Cancel it first.",
          new Problem.Impossible());
    }
    UUID last = traces.last(scope, importId).orElseThrow(ImportUndos::nothing);
    requireRemembered(scope, importId);
    if (!store.order(
        scope, importId, rights.seen(), rights.mayWriteOrganizations(), last, clock.instant())) {
      throw new Conflict(
          "state", "This import is undone already, or is being undone.", new Problem.Impossible());
    }
    return announced(scope, importId);
  }

  private void requireRemembered(Scope scope, UUID importId) {
    if (isForgotten(scope, importId)) {
      throw new Conflict(
          "retention",
          "This import cannot be undone any more: the change log keeps values for "
              + retentionDays(scope)
              + " days and has forgotten those that this import wrote over.",
          new Problem.Impossible());
    }
  }

  /// Whether the log has forgotten what an import wrote.
  boolean isForgotten(Scope scope, UUID importId) {
    return traces.isAnyForgotten(scope, importId);
  }

  /// Whether an import has written anything that is in the log.
  boolean hasWritten(Scope scope, UUID importId) {
    return traces.last(scope, importId).isPresent();
  }

  /// How long the log keeps values.
  int retentionDays(Scope scope) {
    return retentions.get(scope).days();
  }

  /// Does what was counted. It cannot be undone.
  ///
  /// @throws Conflict naming `state` unless it was counted; `retention` as [#order]
  @Transactional
  Undo run(Scope scope, UUID importId, UndoRights rights) {
    get(scope, importId);
    requireRemembered(scope, importId);
    return moved(
        scope,
        importId,
        store.run(scope, importId, rights.seen(), rights.mayWriteOrganizations(), clock.instant()),
        "Only an undo that was counted can be run, once.");
  }

  /// Lets it rest where it stands. @throws Conflict unless it is under way
  @Transactional
  Undo pause(Scope scope, UUID importId) {
    return moved(
        scope,
        importId,
        store.pause(scope, importId, clock.instant()),
        "Only an undo that is under way can be paused.");
  }

  /// Takes a paused one up again where it stood. @throws Conflict unless it is paused
  @Transactional
  Undo resume(Scope scope, UUID importId) {
    return moved(
        scope,
        importId,
        store.resume(scope, importId, clock.instant()),
        "Only an undo that is paused can be resumed.");
  }

  /// Takes one that failed up again where it stood. @throws Conflict unless it failed
  @Transactional
  Undo retry(Scope scope, UUID importId) {
    return moved(
        scope,
        importId,
        store.retry(scope, importId, clock.instant()),
        "Only an undo that failed can be tried again.");
  }

  /// Lets go of what was counted: the import stays as it is, and an undo can be ordered again.
  ///
  /// @throws Conflict if it has begun to take things back
  @Transactional
  void drop(Scope scope, UUID importId) {
    get(scope, importId);
    if (!store.drop(scope, importId)) {
      throw conflict("This undo has begun; it can be paused.");
    }
  }

  private Undo moved(Scope scope, UUID importId, boolean hasMoved, String otherwise) {
    if (!hasMoved) {
      get(scope, importId);
      throw conflict(otherwise);
    }
    return announced(scope, importId);
  }

  private static Conflict conflict(String words) {
    return new Conflict("state", words, new Problem.Impossible());
  }

  private Undo announced(Scope scope, UUID importId) {
    announcements.publish(UndoWorker.TOPIC, importId.toString());
    return get(scope, importId);
  }

  /// Some of the records that are not as they were before the import, by id.
  ///
  /// @param after the last of the page before; null for the first page
  List<UndoItem> kept(Scope scope, UUID importId, @Nullable UUID after, int maxRows) {
    return items.next(scope, importId, after, maxRows);
  }
}
