package dev.callbook.access;

import dev.callbook.access.SignIn.Outcome;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/// A user's own password, which they change knowing the one they have.
@ApplicationScoped
public class OwnPassword {
  private final SignIn signIn;
  private final UserStore users;
  private final Admissions admissions;
  private final Event<AccessChange> changes;

  OwnPassword(SignIn signIn, UserStore users, Admissions admissions, Event<AccessChange> changes) {
    this.signIn = signIn;
    this.users = users;
    this.admissions = admissions;
    this.changes = changes;
  }

  /// Sets another password, ends whatever was opened with the old one, and begins a session.
  ///
  /// @param user the one who asks
  /// @param old wrong ones count as those of a sign-in do
  /// @throws Invalid naming `password`; nothing is looked at then
  @Transactional
  public Outcome change(OrgId org, Actor.User user, String old, String password) {
    Users.requireGood(password);
    Optional<Outcome> fault = signIn.fault(org, user.id(), old);
    if (fault.isPresent()) {
      return fault.get();
    }
    users.setPassword(org, user.id(), Passwords.hash(password));
    changes.fire(
        new AccessChange(
            org,
            user,
            Origin.PAGE,
            "user",
            user.id(),
            users.find(org, user.id()).orElseThrow().version(),
            Map.of(),
            Map.of("password", "changed")));
    admissions.changed(org);
    return signIn.open(org, user.id());
  }
}
