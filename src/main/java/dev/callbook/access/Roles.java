package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Forbidden;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Roles of an organization: the built-in ones, and its own.
@ApplicationScoped
public class Roles {
  /// The most an organization may have.
  private static final int MOST = 1_000;

  private final RoleStore store;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Ids ids;

  Roles(RoleStore store, Admissions admissions, Event<AccessChange> changes, Ids ids) {
    this.store = store;
    this.admissions = admissions;
    this.changes = changes;
    this.ids = ids;
  }

  /// Built-in ones first, then by name.
  public List<Role> all(Scope scope) {
    return store.all(scope.org());
  }

  /// @throws NotFound if the organization has no such role
  public Role get(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(role -> role.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("role", id));
  }

  /// How many active users hold each role; roles that none holds are missing.
  public Map<UUID, Integer> userCounts(Scope scope) {
    return store.userCounts(scope.org());
  }

  /// How many users and clients hold each role; roles that none holds are missing.
  public Map<UUID, Integer> holderCounts(Scope scope) {
    return store.holderCounts(scope.org());
  }

  /// As [#add(Access, Scope, String, String, Set)], where Callbook itself adds it.
  @Transactional
  public Role add(Scope scope, String name, Set<Permission> permissions) {
    return addUnchecked(scope, name, null, permissions);
  }

  /// A role of one's own. Nobody holds it yet, so it is enough that the editor holds somewhere what
  /// it allows; where they may give it is checked when they do.
  ///
  /// @throws Invalid naming `name` or `description`
  /// @throws Forbidden naming a permission that the editor does not hold
  /// @throws Conflict if the name is taken, or there are as many as there may be
  @Transactional
  public Role add(
      Access editor,
      Scope scope,
      String name,
      @Nullable String description,
      Set<Permission> permissions) {
    permissions.stream()
        .filter(permission -> !editor.may(permission))
        .sorted()
        .findFirst()
        .ifPresent(missing -> {
          throw new Forbidden(missing.value());
        });
    return addUnchecked(scope, name, description, permissions);
  }

  private Role addUnchecked(
      Scope scope, String name, @Nullable String description, Set<Permission> permissions) {
    Texts.check(name, description);
    if (all(scope).size() >= MOST) {
      throw new Conflict(
          "name",
          "There are " + MOST + " roles, and no more can be added.",
          new Problem.TooMany(MOST));
    }
    Role role = new Role(ids.next(), name.strip(), Texts.clean(description), false, permissions, 1);
    if (!store.add(scope.org(), role)) {
      throw taken();
    }
    record(scope, role, Map.of(), role.fields());
    return role;
  }

  private static Conflict taken() {
    return new Conflict("name", "Another role has this name.");
  }

  /// Changes a role of one's own for all who hold it.
  ///
  /// @param seenVersion the version the editor last read; empty if they do not care
  /// @throws Invalid naming `name` or `description`
  /// @throws Forbidden naming a permission that is new to the role and that the editor does not
  ///   hold everywhere: whoever holds the role gains it, the editor perhaps
  /// @throws Conflict if the name is taken or the role is built in
  /// @throws Outdated if someone else changed it since `seenVersion`, or at the same time
  @Transactional
  public Role correct(
      Access editor,
      Scope scope,
      UUID id,
      Optional<Integer> seenVersion,
      String name,
      @Nullable String description,
      Set<Permission> permissions) {
    Role before = get(scope, id);
    refuseBuiltIn(before);
    if (seenVersion.filter(seen -> seen != before.version()).isPresent()) {
      throw new Outdated("role", id);
    }
    Texts.check(name, description);
    for (Permission permission : permissions) {
      if (!before.permissions().contains(permission) && !editor.everywhere().contains(permission)) {
        throw new Forbidden(permission.value());
      }
    }
    Role after =
        new Role(
            id, name.strip(), Texts.clean(description), false, permissions, before.version() + 1);
    if (after.fields().equals(before.fields())) {
      return before;
    }
    switch (store.update(scope.org(), after)) {
      case DONE -> record(scope, after, before.fields(), after.fields());
      case NAME_TAKEN -> throw taken();
      case OUTDATED -> throw new Outdated("role", id);
    }
    return after;
  }

  /// Removes a role of one's own that nobody holds.
  ///
  /// @throws Conflict if somebody holds it, or it is built in
  @Transactional
  public void remove(Scope scope, UUID id) {
    Role role = get(scope, id);
    refuseBuiltIn(role);
    if (!store.remove(scope.org(), id)) {
      throw new Conflict(
          "roleId",
          "Users or clients still hold this role. Take it from them first.",
          new Problem.Fixed());
    }
    record(scope, role, role.fields(), Map.of());
  }

  private static void refuseBuiltIn(Role role) {
    if (role.builtIn()) {
      throw new Conflict(
          "roleId",
          "Built-in roles stay as they are. Add one of your own instead.",
          new Problem.Fixed());
    }
  }

  private void record(
      Scope scope, Role role, Map<String, Object> before, Map<String, Object> after) {
    changes.fire(
        new AccessChange(
            scope.org(),
            scope.actor(),
            scope.origin(),
            "role",
            role.id(),
            role.version(),
            before,
            after));
    admissions.changed(scope.org());
  }
}
