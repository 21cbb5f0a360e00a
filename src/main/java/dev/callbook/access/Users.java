package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The people of an organization who can sign in.
@ApplicationScoped
public class Users {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final UserStore store;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Ids ids;
  private final Clock clock;

  Users(UserStore store, Admissions admissions, Event<AccessChange> changes, Ids ids, Clock clock) {
    this.store = store;
    this.admissions = admissions;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// At most 1,000, by name.
  public List<User> all(Scope scope) {
    return store.all(scope.org());
  }

  /// @throws NotFound if the organization has no such user
  public User get(Scope scope, UUID id) {
    return get(scope.org(), id);
  }

  /// @throws NotFound if the organization has no such user
  public User get(OrgId org, UUID id) {
    return store.find(org, id).orElseThrow(() -> new NotFound("user", id));
  }

  /// @return those that the organization has, active or not, in no order
  public List<User> find(Scope scope, Collection<UUID> ids) {
    return store.find(scope.org(), ids);
  }

  /// The active user whom another system calls by id or e-mail.
  public Optional<UUID> idOf(OrgId org, String idOrEmail) {
    return store.idOf(org, User.emailKey(idOrEmail));
  }

  /// @throws Invalid naming `name`, `email` or `password`
  /// @throws Conflict if the e-mail is taken
  @Transactional
  public User add(Scope scope, String name, String email, String password) {
    List<FieldError> errors = new ArrayList<>();
    check(errors, name, email);
    checkPassword(errors, password);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    User user = new User(ids.next(), name.strip(), email.strip(), true, 1);
    if (!store.add(scope.org(), user, Passwords.hash(password), clock.instant())) {
      throw new Conflict("email", "Another user has this e-mail.");
    }
    record(scope, user.id(), 1, Map.of(), fields(user));
    return user;
  }

  /// Changes name and state. Who becomes inactive is signed out everywhere at once, clients that
  /// act for them included.
  ///
  /// @throws Outdated if someone else changed the user since `seenVersion`
  @Transactional
  public User correct(Scope scope, UUID id, int seenVersion, String name, boolean active) {
    User before = get(scope, id);
    List<FieldError> errors = new ArrayList<>();
    check(errors, name, before.email());
    if (!active && id.equals(scope.actor().idOrNull())) {
      errors.add(new FieldError("active", "invalid.value", "You cannot deactivate yourself."));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    User after = new User(id, name.strip(), before.email(), active, before.version() + 1);
    if (!store.update(scope.org(), after, seenVersion)) {
      throw new Outdated("user", id);
    }
    record(scope, id, after.version(), fields(before), fields(after));
    return after;
  }

  /// @throws Invalid naming `password`
  @Transactional
  public void setPassword(Scope scope, UUID id, String password) {
    User user = get(scope, id);
    List<FieldError> errors = new ArrayList<>();
    checkPassword(errors, password);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    store.setPassword(scope.org(), id, Passwords.hash(password));
    record(scope, id, user.version(), Map.of(), Map.of("password", "set"));
  }

  /// Signs a user out everywhere: sessions of pages end, and whatever clients hold for them.
  ///
  /// @throws NotFound if the organization has no such user
  @Transactional
  public void signOut(Scope scope, UUID id) {
    User user = get(scope, id);
    store.endSessions(scope.org(), id);
    record(scope, id, user.version(), Map.of(), Map.of("sessions", "ended"));
  }

  private static void check(List<FieldError> errors, String name, String email) {
    if (name.isBlank() || name.length() > 200) {
      errors.add(new FieldError("name", "required", "Enter a name of 1 to 200 characters."));
    }
    if (email.length() > 256 || !EMAIL.matcher(email.strip()).matches()) {
      errors.add(
          new FieldError(
              "email", "invalid.value", "Enter an e-mail address such as ana@example.org."));
    }
  }

  private static void checkPassword(List<FieldError> errors, @Nullable String password) {
    if (password == null || password.length() < Passwords.MIN_LENGTH || password.length() > 200) {
      errors.add(
          new FieldError(
              "password",
              "invalid.value",
              "Choose a password of "
                  + Passwords.MIN_LENGTH
                  + " to 200 characters. A few words will do."));
    }
  }

  private void record(
      Scope scope, UUID id, int version, Map<String, Object> before, Map<String, Object> after) {
    changes.fire(
        new AccessChange(
            scope.org(), scope.actor(), scope.origin(), "user", id, version, before, after));
    admissions.changed(scope.org());
  }

  private static Map<String, Object> fields(User user) {
    return Map.of("name", user.name(), "email", user.email(), "active", user.active());
  }
}
