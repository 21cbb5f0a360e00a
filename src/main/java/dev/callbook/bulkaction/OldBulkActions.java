package dev.callbook.bulkaction;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// What was done a month ago is not undone any more: then the lists of whom it concerned go.
class OldBulkActions {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int BATCH = 1;

  @Produces
  @Singleton
  Chore forgetOldBulkActions(BulkStore store, Clock clock) {
    return new Chore(
        "bulk-action.forget-old",
        Duration.ofHours(1),
        () -> {
          while (store.forget(clock.instant().minus(KEPT), BATCH) == BATCH) {
            // A short statement each, so that none holds its locks for long.
          }
        });
  }
}
