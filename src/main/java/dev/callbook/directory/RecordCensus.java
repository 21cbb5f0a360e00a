package dev.callbook.directory;

import dev.callbook.access.DivisionCensus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Tells what a division holds of contacts and organizations.
@ApplicationScoped
class RecordCensus {
  private final RecordCensusStore store;

  RecordCensus(RecordCensusStore store) {
    this.store = store;
  }

  void count(@Observes DivisionCensus census) {
    census.count("contacts", store.contacts(census.scope(), DivisionCensus.MOST));
    census.count("organizations", store.organizations(census.scope(), DivisionCensus.MOST));
  }
}
