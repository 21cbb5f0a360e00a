package dev.callbook.csvimport;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Files that were announced and never came are forgotten after a day, and so are those whose
/// sender was cut off.
class UnsentUploads {
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final int BATCH = 100;

  @Produces
  @Singleton
  Chore forgetUnsentUploads(CsvUploadStore store, Clock clock) {
    return new Chore(
        "csvimport.forget-unsent",
        Duration.ofHours(6),
        () -> {
          while (store.forgetUnsent(clock.instant().minus(PATIENCE), BATCH) == BATCH) {
            // A short statement each, so that none holds its locks for long.
          }
        });
  }
}
