package dev.callbook.access;

import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Forbidden;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Links that an admin hands to a user, who sets a password by them: good once, for a day, and only
/// the newest of each user.
@ApplicationScoped
public class PasswordLinks {
  /// How long a link is good.
  public static final Duration LIFETIME = Duration.ofHours(24);

  /// A link just made. @param secret what its address ends in, shown this once
  public record Issued(String secret, Instant expiresAt) {}

  private final PasswordLinkStore store;
  private final UserStore users;
  private final Users rules;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Clock clock;

  PasswordLinks(
      PasswordLinkStore store,
      UserStore users,
      Users rules,
      Admissions admissions,
      Event<AccessChange> changes,
      Clock clock) {
    this.store = store;
    this.users = users;
    this.rules = rules;
    this.admissions = admissions;
    this.changes = changes;
    this.clock = clock;
  }

  /// Makes a link; the user's password stays as it is until the link is used.
  ///
  /// @throws NotFound if the organization has no such user
  /// @throws Forbidden if the user may do what the issuer may not
  /// @throws Conflict if the user is inactive
  @Transactional
  public Issued issue(Access issuer, Scope scope, UUID id) {
    User user = rules.get(scope, id);
    rules.requireAllOf(issuer, id);
    if (!user.active()) {
      throw new Conflict(
          "userId", "An inactive user cannot sign in. Activate them first.", new Problem.Fixed());
    }
    String secret = Secrets.issue(scope.org());
    Instant now = clock.instant();
    Instant expires = now.plus(LIFETIME);
    store.put(scope.org(), id, Secrets.hash(secret), now, expires);
    record(scope.org(), scope.actor(), scope.origin(), user, Map.of("passwordLink", "issued"));
    return new Issued(secret, expires);
  }

  /// Until when a user's link is good; empty if there is none.
  public Optional<Instant> expiry(Scope scope, UUID user) {
    return store.expiry(scope.org(), user, clock.instant());
  }

  /// Makes a user's link good no more; that there is none is no fault.
  ///
  /// @throws NotFound if the organization has no such user
  /// @throws Forbidden if the user may do what the other may not
  @Transactional
  public void withdraw(Access by, Scope scope, UUID id) {
    User user = rules.get(scope, id);
    rules.requireAllOf(by, id);
    if (store.remove(scope.org(), id)) {
      record(scope.org(), scope.actor(), scope.origin(), user, Map.of("passwordLink", "withdrawn"));
    }
  }

  /// Whose link it is; empty if it is none, used, too old, or its user inactive. Uses nothing up.
  public Optional<User> userOf(String secret) {
    return Secrets.orgOf(secret)
        .flatMap(org ->
            store
                .userOf(org, Secrets.hash(secret), clock.instant())
                .map(user -> rules.get(org, user)));
  }

  /// Sets the password of whoever's link it is, and ends whatever they had open.
  ///
  /// @return whether the link was good
  /// @throws Invalid naming `password`; the link stays good
  @Transactional
  public boolean use(String secret, String password) {
    Optional<User> found = userOf(secret);
    if (found.isEmpty()) {
      return false;
    }
    Users.requireGood(password);
    User user = found.get();
    OrgId org = Secrets.orgOf(secret).orElseThrow();
    if (!store.take(org, Secrets.hash(secret))) {
      return false;
    }
    users.setPassword(org, user.id(), Passwords.hash(password));
    record(
        org,
        new Actor.User(user.id(), user.name()),
        Origin.PAGE,
        user,
        Map.of("password", "set by a link"));
    return true;
  }

  private void record(OrgId org, Actor actor, Origin origin, User user, Map<String, Object> after) {
    changes.fire(
        new AccessChange(org, actor, origin, "user", user.id(), user.version(), Map.of(), after));
    admissions.changed(org);
  }
}
