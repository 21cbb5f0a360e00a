package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The systems outside whose ids contacts carry.
@ApplicationScoped
public class ExternalSources {
  private final SourceStore store;
  private final Ids ids;
  private final Clock clock;

  ExternalSources(SourceStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /// Their names, in order.
  public List<String> names(Scope scope) {
    return store.names(scope);
  }

  /// The source of that name, whatever its case; made where there is none.
  @Transactional
  public UUID named(Scope scope, String name) {
    return store.named(scope, name, ids.next(), clock.instant());
  }
}
