package dev.callbook.csvimport;

import dev.callbook.change.Trace;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationUnload;
import dev.callbook.organization.OrganizationUnload.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an undo does to the organizations that its import added: they go, unless somebody works for
/// them or has had to do with them since.
@ApplicationScoped
class UndoOrganizations {
  private final OrganizationUnload unload;
  private final UndoItemStore items;

  UndoOrganizations(OrganizationUnload unload, UndoItemStore items) {
    this.unload = unload;
    this.items = items;
  }

  /// Does it within the caller's transaction, or only finds out what would be done.
  UndoTally take(UndoJob job, List<Trace> page) {
    List<OrganizationId> added =
        page.stream().map(trace -> new OrganizationId(trace.subjectId())).distinct().toList();
    UndoTally tally = new UndoTally();
    if (!job.mayRemoveOrganizations()) {
      added.forEach(id -> tally.add(UndoItem.organization(id.value(), UndoReason.FORBIDDEN)));
      return tally;
    }
    Map<OrganizationId, Use> staying =
        job.isCounting() ? foreseen(job, added) : unload.remove(job.scope(), added);
    staying.forEach((id, use) -> tally.add(UndoItem.organization(id.value(), reason(use))));
    tally.add(UndoOutcome.ORGANIZATION_REMOVED, added.size() - staying.size());
    return tally;
  }

  private Map<OrganizationId, Use> foreseen(UndoJob job, List<OrganizationId> added) {
    Map<OrganizationId, Use> staying = new HashMap<>(unload.uses(job.scope(), added));
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
}
