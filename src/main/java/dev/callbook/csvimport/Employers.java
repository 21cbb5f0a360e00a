package dev.callbook.csvimport;

import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which stored organization each contact's row names.
@ApplicationScoped
class Employers {
  private final StagingStore staging;
  private final OrganizationRowStore rows;

  Employers(StagingStore staging, OrganizationRowStore rows) {
    this.staging = staging;
    this.rows = rows;
  }

  /// Those of some rows.
  @FunctionalInterface
  interface Found {
    /// Null where the row names none, or one that is yet to be added.
    @Nullable UUID of(RowDraft draft);
  }

  /// One read, however many rows.
  Found of(Job job, Collection<RowDraft> drafts) {
    if (job.settings().describesOrganizations()) {
      Map<Long, UUID> byRow =
          rows.of(
              job,
              drafts.stream()
                  .filter(draft -> draft.organization() != null)
                  .map(RowDraft::row)
                  .toList());
      return draft -> byRow.get(draft.row());
    }
    Map<String, String> keys = new HashMap<>();
    for (RowDraft draft : drafts) {
      if (draft.organization() != null) {
        keys.computeIfAbsent(draft.organization(), Folding::key);
      }
    }
    if (keys.isEmpty()) {
      return _ -> null;
    }
    Map<String, UUID> byName = staging.organizations(job, Set.copyOf(keys.values()));
    return draft ->
        draft.organization() == null ? null : byName.get(keys.get(draft.organization()));
  }
}
