package dev.callbook.access;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Sessions that have expired are forgotten. They open nothing meanwhile.
class Expiry {
  @Produces
  @Singleton
  Chore forgetExpired(AccessStore access, Clock clock) {
    return new Chore(
        "access.forget-expired", Duration.ofHours(1), () -> access.removeExpired(clock.instant()));
  }

  /// Links that nobody used in time.
  @Produces
  @Singleton
  Chore forgetPasswordLinks(PasswordLinkStore links, Clock clock) {
    return new Chore(
        "access.forget-password-links",
        Duration.ofHours(1),
        () -> links.removeExpired(clock.instant()));
  }

  /// What tokens were used for in minutes that are over.
  @Produces
  @Singleton
  Chore forgetRates(RateStore rates, Clock clock) {
    Duration kept = Duration.ofHours(1);
    return new Chore(
        "access.forget-rates", kept, () -> rates.removeBefore(clock.instant().minus(kept)));
  }
}
