package dev.callbook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Users who are signed in already, for tests of other things than signing in.
///
/// All have one password, which was hashed once: Argon2 takes 0.1 s to make a hash and again to
/// compare one, as it should, and was a fifth of the time of all tests.
@ApplicationScoped
public class Newcomers {
  /// What signs each of them in.
  public static final String PASSWORD = "a few words will do";

  private static final String HASH = Passwords.hash(PASSWORD);

  private final Users users;
  private final UserStore store;
  private final AccessStore access;
  private final Clock clock;

  Newcomers(Users users, UserStore store, AccessStore access, Clock clock) {
    this.users = users;
    this.store = store;
    this.access = access;
    this.clock = clock;
  }

  /// @param session the cookie's value
  public record Newcomer(UUID id, String session) {}

  /// Adds a user by the rule for it, and opens a session as [SignIn] does.
  public Newcomer add(Scope scope, String name, String email) {
    UUID id = users.invite(scope, name, email).id();
    store.setPassword(scope.org(), id, HASH);
    String session = Secrets.issue(scope.org());
    Instant now = clock.instant();
    access.addSession(scope.org(), id, Secrets.hash(session), now, now.plus(SignIn.SESSION));
    return new Newcomer(id, session);
  }
}
