package dev.callbook.change;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one origin, such as an import, left in the log. All of it is read by the index of origins,
/// page by page.
@ApplicationScoped
public class Traces {
  private final TraceStore store;

  Traces(TraceStore store) {
    this.store = store;
  }

  /// The newest entry of an origin; empty if it wrote nothing within `scope`.
  public Optional<UUID> last(Scope scope, UUID origin) {
    return store.last(scope, origin);
  }

  /// Whether the log has forgotten what an entry of an origin is about. The oldest entries are
  /// forgotten first.
  public boolean isAnyForgotten(Scope scope, UUID origin) {
    return store.isFirstForgotten(scope, origin);
  }

  /// The next entries of an origin, the oldest first.
  ///
  /// @param subject the only kind of record; null for all
  /// @param after the last entry of the page before; null for the first page
  /// @param last the last entry that is meant
  public List<Trace> next(
      Scope scope,
      UUID origin,
      @Nullable Subject subject,
      @Nullable UUID after,
      UUID last,
      int maxRows) {
    return store.next(scope, origin, subject, after, last, maxRows);
  }

  /// How many entries there are, as [#next] has them.
  public long count(Scope scope, UUID origin, @Nullable Subject subject, UUID last) {
    return store.count(scope, origin, subject, last);
  }

  /// The next entries of an origin with all they say, the oldest first, in whatever division;
  /// without the names of who acted.
  ///
  /// @param after the last entry of the page before; empty for the first page
  public List<Change> whole(Scope scope, UUID origin, Optional<UUID> after, int maxRows) {
    return store.whole(scope, origin, after, maxRows);
  }

  /// The records of some entries in which something else changed a field since, in whatever
  /// division, or which are gone.
  public Set<UUID> touchedSince(Scope scope, List<Change> entries, String field) {
    return entries.isEmpty() ? Set.of() : store.touchedSince(scope, entries, field);
  }
}
