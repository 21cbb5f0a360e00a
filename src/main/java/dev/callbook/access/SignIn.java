package dev.callbook.access;

import dev.callbook.access.UserStore.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sign-in to the pages by e-mail and password.
///
/// After five wrong passwords each further one closes the account for twice as long, from one
/// second to fifteen minutes; the right password, once it is open again, clears the count.
@ApplicationScoped
public class SignIn {
  /// The cookie that carries a session.
  public static final String COOKIE = "callbook_session";

  /// How long a session lasts.
  public static final Duration SESSION = Duration.ofHours(12);

  /// What came of an attempt.
  public sealed interface Outcome {
    /// @param session the cookie's value, shown to nobody else
    record SignedIn(String session) implements Outcome {}

    /// Unknown e-mail, wrong password or inactive user: which of them is not told.
    record Refused() implements Outcome {}

    /// Too many wrong passwords. @param until when the next attempt is looked at
    record Locked(Instant until) implements Outcome {}
  }

  private final UserStore users;
  private final AccessStore access;
  private final Admissions admissions;
  private final Clock clock;

  SignIn(UserStore users, AccessStore access, Admissions admissions, Clock clock) {
    this.users = users;
    this.access = access;
    this.admissions = admissions;
    this.clock = clock;
  }

  /// Looks at an e-mail and a password.
  public Outcome attempt(String email, String password) {
    List<Attempt> candidates = users.byEmail(User.emailKey(email));
    if (candidates.isEmpty()) {
      Passwords.matchesNobody(password);
      return new Outcome.Refused();
    }
    Outcome last = new Outcome.Refused();
    for (Attempt candidate : candidates) {
      last = attempt(candidate, password);
      if (last instanceof Outcome.SignedIn) {
        return last;
      }
    }
    return last;
  }

  private Outcome attempt(Attempt user, String password) {
    return fault(user, password).orElseGet(() -> open(user.org(), user.id()));
  }

  /// What is wrong with a user's password; nothing if it is theirs. Wrong ones count.
  Optional<Outcome> fault(OrgId org, UUID user, String password) {
    return users
        .attempt(org, user)
        .map(known -> fault(known, password))
        .orElseGet(() -> Optional.of(new Outcome.Refused()));
  }

  private Optional<Outcome> fault(Attempt user, String password) {
    Instant now = clock.instant();
    // Counted before it is checked, so that many guesses at once are not all looked at.
    Attempt claimed =
        users
            .claimAttempt(user.org(), user.id(), now, lockAfter(user.failed() + 1, now))
            .orElse(null);
    if (claimed == null) {
      Instant until = users.lockedUntil(user.org(), user.id()).orElse(now.plusSeconds(1));
      return Optional.of(new Outcome.Locked(until));
    }
    if (claimed.passwordHash() == null) {
      Passwords.matchesNobody(password);
      return Optional.of(new Outcome.Refused());
    }
    if (!Passwords.matches(password, claimed.passwordHash())) {
      return Optional.of(new Outcome.Refused());
    }
    users.clearAttempts(user.org(), user.id());
    return Optional.empty();
  }

  /// Begins a session of a user who proved who they are.
  Outcome.SignedIn open(OrgId org, UUID user) {
    String session = Secrets.issue(org);
    Instant now = clock.instant();
    access.addSession(org, user, Secrets.hash(session), now, now.plus(SESSION));
    return new Outcome.SignedIn(session);
  }

  private static Instant lockAfter(int failures, Instant now) {
    if (failures < 5) {
      return now;
    }
    long seconds = Math.min(900, 1L << Math.min(failures - 5, 20));
    return now.plusSeconds(seconds);
  }

  /// Ends a session on every node.
  public void out(OrgId org, String session) {
    access.removeSession(org, Secrets.hash(session));
    admissions.changed(org);
  }
}
