package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Forbidden;
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
  private final Grants grants;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Ids ids;
  private final Clock clock;

  Users(
      UserStore store,
      Grants grants,
      Admissions admissions,
      Event<AccessChange> changes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.grants = grants;
    this.admissions = admissions;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// At most 1,000, by name.
  public List<User> all(Scope scope) {
    return store.all(scope.org());
  }

  /// Some of them by name.
  public UserPage page(Scope scope, UserQuery query) {
    return store.page(scope.org(), query);
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
    return add(scope, name.strip(), email.strip(), Optional.of(password));
  }

  /// A user who has no password yet and sets one by a link.
  ///
  /// @throws Invalid naming `name` or `email`
  /// @throws Conflict if the e-mail is taken
  @Transactional
  public User invite(Scope scope, String name, String email) {
    List<FieldError> errors = new ArrayList<>();
    check(errors, name, email);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return add(scope, name.strip(), email.strip(), Optional.empty());
  }

  private User add(Scope scope, String name, String email, Optional<String> password) {
    User user = new User(ids.next(), name, email, true, 1);
    @Nullable String hash = password.map(Passwords::hash).orElse(null);
    if (!store.add(scope.org(), user, hash, clock.instant())) {
      throw taken();
    }
    record(scope, user.id(), 1, Map.of(), fields(user));
    return user;
  }

  /// Changes name, e-mail and state. Who becomes inactive is signed out everywhere at once, clients
  /// that act for them included.
  ///
  /// @throws Forbidden if the user may do what the editor may not
  /// @throws Invalid naming `name`, `email` or `active`
  /// @throws Conflict if the e-mail is taken
  /// @throws Outdated if someone else changed the user since `seenVersion`
  @Transactional
  public User correct(
      Access editor,
      Scope scope,
      UUID id,
      int seenVersion,
      String name,
      String email,
      boolean active) {
    User before = get(scope, id);
    requireAllOf(editor, id);
    List<FieldError> errors = new ArrayList<>();
    check(errors, name, email);
    if (!active && id.equals(scope.actor().idOrNull())) {
      errors.add(new FieldError("active", "invalid.value", "You cannot deactivate yourself."));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    User after = new User(id, name.strip(), email.strip(), active, seenVersion + 1);
    if (fields(before).equals(fields(after)) && before.version() == seenVersion) {
      return before;
    }
    switch (store.update(scope.org(), after, seenVersion)) {
      case DONE -> record(scope, id, after.version(), fields(before), fields(after));
      case EMAIL_TAKEN -> throw taken();
      case OUTDATED -> throw new Outdated("user", id);
    }
    return after;
  }

  private static Conflict taken() {
    return new Conflict("email", "Another user has this e-mail.");
  }

  /// Whoever can act as a user, or keep them from acting, must hold all that the user holds, where
  /// the user holds it; everyone may do so to themselves.
  ///
  /// @throws Forbidden naming a permission that the editor lacks
  void requireAllOf(Access editor, UUID user) {
    if (!user.equals(editor.actor().idOrNull())) {
      grants.requireAllOf(editor, user);
    }
  }

  /// @throws Invalid naming `password`
  static void requireGood(@Nullable String password) {
    List<FieldError> errors = new ArrayList<>();
    checkPassword(errors, password);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
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
    if (name.isBlank() || name.strip().length() > 200 || name.indexOf('\0') >= 0) {
      errors.add(new FieldError("name", "required", "Enter a name of 1 to 200 characters."));
    }
    if (email.length() > 256
        || email.indexOf('\0') >= 0
        || !EMAIL.matcher(email.strip()).matches()) {
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
