package dev.callbook.access;

import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is open at this moment: sessions of pages, what clients hold for users, tokens of clients
/// for themselves, and what users allowed clients for good. Each can be ended, at once.
@ApplicationScoped
public class Sessions {
  /// Somebody's browser. @param key names it, and opens nothing
  public record PageSession(String key, Instant startedAt, Instant expiresAt) {}

  /// A client that acts for a user.
  ///
  /// @param usedAt right to the minute; null if there is no token that was used
  public record Login(
      UUID id,
      UUID client,
      String clientName,
      UUID user,
      String userName,
      Set<OAuthScope> scopes,
      Instant beganAt,
      @Nullable Instant usedAt,
      Instant expiresAt) {}

  /// A client's token for itself. @param key names it, and opens nothing
  public record Token(String key, Instant issuedAt, Instant expiresAt) {}

  /// What a user allowed a client for good.
  public record Consent(UUID user, String userName, Set<OAuthScope> scopes, Instant givenAt) {}

  /// A place in a list that begins with the newest.
  public record Key(Instant at, String id) {}

  private final SessionStore store;
  private final UserStore users;
  private final ClientStore clients;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Clock clock;

  Sessions(
      SessionStore store,
      UserStore users,
      ClientStore clients,
      Admissions admissions,
      Event<AccessChange> changes,
      Clock clock) {
    this.store = store;
    this.users = users;
    this.clients = clients;
    this.admissions = admissions;
    this.changes = changes;
    this.clock = clock;
  }

  /// A user's sessions of pages, the newest first.
  public List<PageSession> pagesOf(Scope scope, UUID user, int maxRows) {
    return store.pagesOf(scope.org(), user, clock.instant(), maxRows);
  }

  /// What clients hold for a user, the newest first.
  public List<Login> loginsOf(Scope scope, UUID user, int maxRows) {
    return store.loginsOfUser(scope.org(), user, clock.instant(), maxRows);
  }

  /// What a client holds for users, the newest first.
  public List<Login> loginsFor(Scope scope, UUID client, Optional<Key> after, int maxRows) {
    return store.loginsOfClient(scope.org(), client, clock.instant(), after, maxRows);
  }

  /// A client's tokens for itself, the newest first.
  public List<Token> tokensOf(Scope scope, UUID client, Optional<Key> after, int maxRows) {
    return store.tokensOf(scope.org(), client, clock.instant(), after, maxRows);
  }

  /// What users allowed a client for good, the newest first.
  public List<Consent> consentsTo(Scope scope, UUID client, Optional<Key> after, int maxRows) {
    return store.consentsTo(scope.org(), client, after, maxRows);
  }

  /// Ends one session of a user's pages.
  ///
  /// @throws NotFound if the user has no such session
  @Transactional
  public void endPage(Scope scope, UUID user, String key) {
    if (!store.endPage(scope.org(), user, key)) {
      throw new NotFound("session", key);
    }
    recordUser(scope, user, Map.of("session", "ended"));
  }

  /// Ends what a client holds for a user by one sign-in.
  ///
  /// @throws NotFound if the user has no such login
  @Transactional
  public void endLogin(Scope scope, UUID user, UUID login) {
    if (!store.endLogin(scope.org(), user, login)) {
      throw new NotFound("session", login);
    }
    recordUser(scope, user, Map.of("token", "ended"));
  }

  private void recordUser(Scope scope, UUID user, Map<String, Object> after) {
    int version = users.find(scope.org(), user).orElseThrow().version();
    record(scope, "user", user, version, Map.of(), after);
  }

  /// Ends one token of a client for itself.
  ///
  /// @throws NotFound if the client has no such token
  @Transactional
  public void endToken(Scope scope, UUID client, String key) {
    if (!store.endToken(scope.org(), client, key)) {
      throw new NotFound("token", key);
    }
    recordClient(scope, client, Map.of("token", "ended"));
  }

  /// Ends what a client holds for one of its users by one sign-in.
  ///
  /// @throws NotFound if the client has no such login
  @Transactional
  public void endLoginOf(Scope scope, UUID client, UUID login) {
    if (!store.endLoginOf(scope.org(), client, login)) {
      throw new NotFound("session", login);
    }
    recordClient(scope, client, Map.of("token", "ended"));
  }

  /// Ends whatever a client holds, for itself and for users. Its secret stays good.
  ///
  /// @throws NotFound if the organization has no such client
  @Transactional
  public void endAllOf(Scope scope, UUID client) {
    if (clients.find(scope.org(), client).isEmpty()) {
      throw new NotFound("client", client);
    }
    clients.endTokens(scope.org(), client);
    recordClient(scope, client, Map.of("tokens", "ended"));
  }

  private void recordClient(Scope scope, UUID client, Map<String, Object> after) {
    int version = clients.find(scope.org(), client).orElseThrow().version();
    record(scope, "client", client, version, Map.of(), after);
  }

  /// Forgets what a user allowed a client for good, and ends what it holds for them: the user is
  /// asked again.
  ///
  /// @throws NotFound if the user allowed it nothing
  @Transactional
  public void revoke(Scope scope, UUID client, UUID user) {
    if (!store.revoke(scope.org(), client, user)) {
      throw new NotFound("consent", user);
    }
    record(scope, "consent", user, 1, Map.of("client", client), Map.of());
  }

  private void record(
      Scope scope,
      String kind,
      UUID id,
      int version,
      Map<String, Object> before,
      Map<String, Object> after) {
    changes.fire(
        new AccessChange(
            scope.org(), scope.actor(), scope.origin(), kind, id, version, before, after));
    admissions.changed(scope.org());
  }
}
