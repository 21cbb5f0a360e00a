package dev.callbook.externalsource;

import dev.callbook.access.Scope;
import dev.callbook.externalsource.ExternalSourceView.Uses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Tells how many records know an external source.
@ApplicationScoped
class ExternalSourceUses {
  private final ExternalSourceStore store;

  ExternalSourceUses(ExternalSourceStore store) {
    this.store = store;
  }

  Uses of(Scope scope, UUID source) {
    return new Uses(
        store.contacts(scope, source, Uses.MOST + 1),
        store.organizations(scope, source, Uses.MOST + 1));
  }
}
