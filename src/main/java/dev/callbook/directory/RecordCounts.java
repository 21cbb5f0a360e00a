package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;

/// How many records somebody may see, at the price of a few milliseconds however many there are.
@ApplicationScoped
public class RecordCounts {
  private static final int COUNTED = 10_000;

  private final RecordCensusStore store;

  RecordCounts(RecordCensusStore store) {
    this.store = store;
  }

  /// @param exact whether they were counted; else the database's statistics tell about how many
  public record Count(long value, boolean exact) {}

  public Count contacts(Scope scope) {
    long counted = store.contacts(scope, COUNTED + 1);
    return counted <= COUNTED
        ? new Count(counted, true)
        : new Count(Math.max(counted, store.contactsAbout(scope)), false);
  }

  public Count organizations(Scope scope) {
    long counted = store.organizations(scope, COUNTED + 1);
    return counted <= COUNTED
        ? new Count(counted, true)
        : new Count(Math.max(counted, store.organizationsAbout(scope)), false);
  }
}
