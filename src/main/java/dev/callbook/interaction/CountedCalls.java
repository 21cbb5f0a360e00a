package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Keeps [CallFigures] counted.
class CountedCalls {
  @Produces
  @Singleton
  Chore countCalls(CallFigures figures, CallFigureStore store) {
    return new Chore(
        "interaction.count-calls",
        Duration.ofMinutes(5),
        () -> {
          for (OrgId org : store.organizations()) {
            figures.count(org);
          }
        });
  }
}
