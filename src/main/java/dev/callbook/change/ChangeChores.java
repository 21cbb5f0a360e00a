package dev.callbook.change;

import dev.callbook.access.FirstStart;
import dev.callbook.access.OrgId;
import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/// What has to be done about the log without anybody asking.
class ChangeChores {
  @Produces
  @Singleton
  Chore forgetOldDetails(Retentions retentions, FirstStart organizations) {
    return new Chore(
        "change.forget-details", Duration.ofHours(6), () -> forget(retentions, organizations));
  }

  private static void forget(Retentions retentions, FirstStart organizations) {
    for (OrgId org : organizations.organizations()) {
      while (retentions.forgetSome(org)) {
        // The next batch is a transaction of its own.
      }
    }
  }
}
