package dev.callbook.access.oauth;

import java.time.Duration;
import java.util.Optional;

/// What the token endpoint answers. A refusal is returned and not thrown: ending what a stolen code
/// or token opened must not be rolled back with it.
sealed interface TokenAnswer {
  /// @param refresh the next refresh token; empty where the client has a secret of its own to come
  ///   back with
  /// @param scope the scopes it opens, joined by blanks; empty for a client's own token
  record Issued(String token, Duration lifetime, Optional<String> refresh, Optional<String> scope)
      implements TokenAnswer {}

  /// @param error the word of RFC 6749 section 5.2
  record Refused(int status, String error, String description) implements TokenAnswer {
    static Refused invalidClient() {
      return new Refused(401, "invalid_client", "The client's id or secret is wrong.");
    }

    static Refused invalidGrant(String description) {
      return new Refused(400, "invalid_grant", description);
    }

    static Refused invalidRequest(String description) {
      return new Refused(400, "invalid_request", description);
    }
  }
}
