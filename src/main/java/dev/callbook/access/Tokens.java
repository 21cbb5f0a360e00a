package dev.callbook.access;

import dev.callbook.access.ClientStore.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Access tokens: opaque, 256 random bits, stored as SHA-256, good for a day, revoked at once.
@ApplicationScoped
class Tokens {
  static final Duration LIFETIME = Duration.ofDays(1);

  private final ClientStore clients;
  private final AccessStore access;
  private final Admissions admissions;
  private final Clock clock;

  Tokens(ClientStore clients, AccessStore access, Admissions admissions, Clock clock) {
    this.clients = clients;
    this.access = access;
    this.admissions = admissions;
    this.clock = clock;
  }

  /// @return empty if the client is unknown or inactive, or the secret wrong: which of them is not
  ///   told
  Optional<String> issue(UUID client, String secret) {
    for (Credentials known : clients.credentials(client)) {
      if (known.secretHash().isOf(secret)) {
        String token = Secrets.issue(known.org());
        Instant now = clock.instant();
        access.addToken(known.org(), known.id(), Secrets.hash(token), now, now.plus(LIFETIME));
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /// Ends a token on every node.
  @Transactional
  void revoke(OrgId org, String token) {
    access.removeToken(org, Secrets.hash(token));
    admissions.changed(org);
  }
}
