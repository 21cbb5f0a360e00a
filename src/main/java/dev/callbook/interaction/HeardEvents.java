package dev.callbook.interaction;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Which events were heard is remembered as long as a source may repeat one. The longest that any
/// we know of tries again is a week.
class HeardEvents {
  private static final Duration MEMORY = Duration.ofDays(14);
  private static final int BATCH = 10_000;

  @Produces
  @Singleton
  Chore forgetHeardEvents(InteractionStore store, Clock clock) {
    return new Chore(
        "interaction.forget-heard-events",
        Duration.ofHours(6),
        () -> {
          while (store.forgetHeard(clock.instant().minus(MEMORY), BATCH) == BATCH) {
            // A short statement each, so that none holds its locks for long.
          }
        });
  }
}
