package dev.callbook.change;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the log across records, for whoever audits it.
///
/// Each step reads one range of one index and looks at no more than [#LOOKED_AT] entries of it, so
/// that it takes milliseconds whatever is asked of however long a log: where little of what is
/// looked at is meant, a page holds less, and says where to look on.
@ApplicationScoped
public class ChangeLog {
  /// How many entries one step looks at.
  static final int LOOKED_AT = 20_000;

  /// How many steps a page takes before it is answered as it is.
  private static final int STEPS = 5;

  private final ChangeLogStore store;

  ChangeLog(ChangeLogStore store) {
    this.store = store;
  }

  /// @param scope what the permission to audit lets the caller see
  /// @param olderThan where the page before said to look on; null for the newest
  public ChangePage page(
      Scope scope, Sight sight, ChangeQuery query, @Nullable UUID olderThan, int maxRows) {
    List<Change> found = new ArrayList<>();
    UUID place = olderThan;
    for (int step = 0; step < STEPS; step++) {
      int wanted = maxRows - found.size();
      List<Change> more = store.find(scope, sight.undivided(), query, place, wanted + 1, LOOKED_AT);
      if (more.size() > wanted) {
        found.addAll(more.subList(0, wanted));
        return new ChangePage(found, found.getLast().id());
      }
      found.addAll(more);
      Optional<UUID> last = store.lastLookedAt(scope, query, place, LOOKED_AT);
      if (last.isEmpty()) {
        return new ChangePage(found, null);
      }
      place = last.get();
    }
    return new ChangePage(found, place);
  }
}
