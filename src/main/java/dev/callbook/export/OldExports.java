package dev.callbook.export;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Exports hold personal data: a week after they were ordered they are gone.
class OldExports {
  static final Duration KEPT = Duration.ofDays(7);
  private static final int BATCH = 10;

  @Produces
  @Singleton
  Chore forgetOldExports(ExportStore store, Clock clock) {
    return new Chore(
        "export.forget-old",
        Duration.ofHours(1),
        () -> {
          while (store.forget(clock.instant().minus(KEPT), BATCH) == BATCH) {
            // A short statement each, so that none holds its locks for long.
          }
        });
  }
}
