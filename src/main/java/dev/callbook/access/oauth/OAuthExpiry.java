package dev.callbook.access.oauth;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Codes, tokens and logins that have expired are forgotten. They open nothing meanwhile.
class OAuthExpiry {
  @Produces
  @Singleton
  Chore forgetExpiredTokens(LoginStore logins, CodeStore codes, Clock clock) {
    return new Chore(
        "access.oauth.forget-expired",
        Duration.ofHours(1),
        () -> {
          codes.removeExpired(clock.instant());
          logins.removeExpired(clock.instant());
        });
  }
}
