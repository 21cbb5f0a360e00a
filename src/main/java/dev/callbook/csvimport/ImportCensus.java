package dev.callbook.csvimport;

import dev.callbook.access.DivisionCensus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Tells which imports are still to write into a division.
@ApplicationScoped
class ImportCensus {
  private final ImportStore store;

  ImportCensus(ImportStore store) {
    this.store = store;
  }

  void count(@Observes DivisionCensus census) {
    census.count("unfinished imports", store.countUnfinished(census.scope()));
  }
}
