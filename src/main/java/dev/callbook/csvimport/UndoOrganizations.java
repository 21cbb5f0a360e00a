package dev.callbook.csvimport;

import dev.callbook.change.Change;
import dev.callbook.change.Change.Action;
import dev.callbook.change.Changes;
import dev.callbook.change.EarlierStates;
import dev.callbook.change.Trace;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationUnload;
import dev.callbook.organization.OrganizationUnload.Use;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What an undo does to the organizations of some entries of its import's: those that were added
/// go, unless somebody works for them or has had to do with them since, and those that were changed
/// get their values back.
@ApplicationScoped
class UndoOrganizations {
  private static final String EXTERNAL_IDS = "externalIds";

  private final OrganizationUnload unload;
  private final Organizations organizations;
  private final Changes changes;
  private final EarlierStates states;
  private final UndoItemStore items;

  UndoOrganizations(
      OrganizationUnload unload,
      Organizations organizations,
      Changes changes,
      EarlierStates states,
      UndoItemStore items) {
    this.unload = unload;
    this.organizations = organizations;
    this.changes = changes;
    this.states = states;
    this.items = items;
  }

  /// Does it within the caller's transaction, or only finds out what would be done.
  ///
  /// @param isWhole false to leave external ids as they are
  /// @throws dev.callbook.wire.Refusal.Conflict if another organization has an external id that is
  ///   to come back
  UndoTally take(UndoJob job, List<Trace> page, boolean isWhole) {
    Set<OrganizationId> added = new LinkedHashSet<>();
    Map<OrganizationId, UUID> changed = new LinkedHashMap<>();
    for (Trace trace : page) {
      OrganizationId id = new OrganizationId(trace.subjectId());
      if (trace.action() == Action.ADDED) {
        added.add(id);
      } else {
        changed.putIfAbsent(id, trace.id());
      }
    }
    Map<UUID, List<Change>> log = log(job, added, changed.keySet());
    // What was added is dealt with once: what the same import did to it later goes with it.
    changed
        .entrySet()
        .removeIf(one -> !isDealtWithHere(job, one.getValue(), of(log, one.getKey())));
    UndoTally tally = new UndoTally();
    if (job.mayWriteOrganizations()) {
      remove(job, added, log, tally);
      restore(job, changed.keySet(), log, isWhole, tally);
    } else {
      added.forEach(id -> tally.add(stays(id, UndoReason.FORBIDDEN, Set.of())));
      changed.keySet().forEach(id -> tally.add(stays(id, UndoReason.FORBIDDEN, Set.of())));
    }
    return tally;
  }

  /// What happened to organizations of which that has to be known.
  private Map<UUID, List<Change>> log(
      UndoJob job, Set<OrganizationId> added, Set<OrganizationId> changed) {
    List<UUID> ids = new ArrayList<>();
    unload
        .uses(job.scope(), added)
        .forEach((id, use) -> {
          if (use == Use.CHANGED) {
            ids.add(id.value());
          }
        });
    changed.forEach(id -> ids.add(id.value()));
    return changes.sinceOf(job.scope(), ids, job.id());
  }

  private static List<Change> of(Map<UUID, List<Change>> log, OrganizationId id) {
    return log.getOrDefault(id.value(), List.of());
  }

  private static boolean isDealtWithHere(UndoJob job, UUID entry, List<Change> log) {
    return log.stream()
        .filter(change -> UndoReversal.isOurs(change, job.id(), job.lastEntry()))
        .findFirst()
        .filter(first -> first.id().equals(entry))
        .isPresent();
  }

  private void remove(
      UndoJob job, Set<OrganizationId> added, Map<UUID, List<Change>> log, UndoTally tally) {
    Set<OrganizationId> ours = new LinkedHashSet<>(added);
    ours.removeIf(id -> !UndoReversal.isOursAlone(of(log, id), job.id(), job.lastEntry()));
    Map<OrganizationId, Use> staying =
        job.isCounting() ? foreseen(job, added, ours) : unload.remove(job.scope(), added, ours);
    staying.forEach((id, use) -> tally.add(stays(id, reason(use), Set.of())));
    tally.add(UndoOutcome.ORGANIZATION_REMOVED, added.size() - staying.size());
  }

  private Map<OrganizationId, Use> foreseen(
      UndoJob job, Set<OrganizationId> added, Set<OrganizationId> ours) {
    Map<OrganizationId, Use> staying = new HashMap<>(unload.uses(job.scope(), added));
    staying
        .entrySet()
        .removeIf(one -> one.getValue() == Use.CHANGED && ours.contains(one.getKey()));
    items
        .staffed(job.scope(), job.id(), job.lastEntry(), added)
        .forEach(id -> staying.putIfAbsent(id, Use.STAFFED));
    return staying;
  }

  private static UndoReason reason(Use use) {
    return switch (use) {
      case GONE -> UndoReason.DELETED;
      case CHANGED -> UndoReason.EDITED;
      case NOTED -> UndoReason.NOTED;
      case RELATED -> UndoReason.RELATED;
      case STAFFED -> UndoReason.STAFFED;
    };
  }

  /// Organizations that were there before.
  private void restore(
      UndoJob job,
      Set<OrganizationId> changed,
      Map<UUID, List<Change>> log,
      boolean isWhole,
      UndoTally tally) {
    Set<OrganizationId> there = organizations.find(job.scope(), changed).keySet();
    Map<OrganizationId, UnaryOperator<Organization>> edits = new LinkedHashMap<>();
    for (OrganizationId id : changed) {
      UndoReversal whole = UndoReversal.of(of(log, id), job.id(), job.lastEntry());
      UndoReversal reversal = isWhole ? whole : whole.leaving(EXTERNAL_IDS);
      if (!there.contains(id)) {
        tally.add(stays(id, UndoReason.DELETED, Set.of()));
      } else if (reversal.isForgotten()) {
        tally.add(stays(id, UndoReason.FORGOTTEN, Set.of()));
      } else if (reversal.earlier().isEmpty()) {
        tally.add(stays(id, lacking(reversal, isWhole), reversal.staying()));
      } else {
        edits.put(id, now -> now.withDetails(states.with(reversal.earlier(), now.details())));
        if (reversal.staying().isEmpty()) {
          tally.add(UndoOutcome.ORGANIZATION_RESTORED, 1);
        } else {
          tally.add(
              item(
                  id,
                  UndoOutcome.ORGANIZATION_PARTLY,
                  lacking(reversal, isWhole),
                  reversal.staying()));
        }
      }
    }
    if (!job.isCounting() && !edits.isEmpty()) {
      organizations.correct(job.scope(), edits, OptionalInt.empty());
    }
  }

  /// What becomes of one that a rule forbids to change.
  static UndoTally refused(Trace trace) {
    UndoTally tally = new UndoTally();
    tally.add(stays(new OrganizationId(trace.subjectId()), UndoReason.REFUSED, Set.of()));
    return tally;
  }

  private static UndoReason lacking(UndoReversal reversal, boolean isWhole) {
    return !isWhole && reversal.staying().contains(EXTERNAL_IDS)
        ? UndoReason.EXTERNAL_ID
        : UndoReason.EDITED;
  }

  private static UndoItem stays(OrganizationId id, UndoReason reason, Set<String> fields) {
    return item(id, UndoOutcome.ORGANIZATION_KEPT, reason, fields);
  }

  private static UndoItem item(
      OrganizationId id, UndoOutcome outcome, UndoReason reason, Set<String> fields) {
    return new UndoItem(id.value(), true, outcome, reason, List.copyOf(fields), null);
  }
}
