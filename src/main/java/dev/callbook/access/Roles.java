package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Roles, and who holds which in what division.
@ApplicationScoped
public class Roles {
  /// A role a subject holds in a division.
  public record Held(
      UUID subject, UUID roleId, String roleName, DivisionId divisionId, String divisionName) {}

  private final RoleStore store;
  private final AccessStore access;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Ids ids;

  Roles(
      RoleStore store,
      AccessStore access,
      Admissions admissions,
      Event<AccessChange> changes,
      Ids ids) {
    this.store = store;
    this.access = access;
    this.admissions = admissions;
    this.changes = changes;
    this.ids = ids;
  }

  /// Built-in ones first, then by name.
  public List<Role> all(Scope scope) {
    return store.all(scope.org());
  }

  /// Every grant of the organization.
  public List<Held> held(Scope scope) {
    return store.held(scope.org()).stream()
        .map(h -> new Held(h.subject(), h.roleId(), h.roleName(), h.divisionId(), h.divisionName()))
        .toList();
  }

  /// A role of one's own.
  ///
  /// @throws Invalid naming `name`
  @Transactional
  public Role add(Scope scope, String name, Set<Permission> permissions) {
    if (name.isBlank() || name.length() > 200) {
      throw new Invalid("name", "required", "Enter a name of 1 to 200 characters.");
    }
    Role role = new Role(ids.next(), name.strip(), false, permissions);
    store.add(scope.org(), role);
    record(
        scope,
        "role",
        role.id(),
        Map.of(),
        Map.of("name", role.name(), "permissions", List.of(Permission.valuesOf(permissions))));
    return role;
  }

  /// Gives a subject a role in a division; again is nothing new.
  ///
  /// @throws NotFound if the organization has no such role or division
  @Transactional
  public void grant(Scope scope, UUID subject, UUID role, DivisionId division) {
    Role known = role(scope, role);
    division(scope, division);
    if (store.grant(scope.org(), subject, role, division)) {
      record(
          scope,
          "grant",
          subject,
          Map.of(),
          Map.of("role", known.name(), "division", division.value()));
    }
  }

  /// Takes a role back.
  @Transactional
  public void revoke(Scope scope, UUID subject, UUID role, DivisionId division) {
    Role known = role(scope, role);
    if (store.revoke(scope.org(), subject, role, division)) {
      record(
          scope,
          "grant",
          subject,
          Map.of("role", known.name(), "division", division.value()),
          Map.of());
    }
  }

  private Role role(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(role -> role.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("role", id));
  }

  private void division(Scope scope, DivisionId id) {
    if (access.divisions(scope.org()).stream().noneMatch(division -> division.id().equals(id))) {
      throw new NotFound("division", id.value());
    }
  }

  private void record(
      Scope scope, String kind, UUID id, Map<String, Object> before, Map<String, Object> after) {
    changes.fire(
        new AccessChange(scope.org(), scope.actor(), scope.origin(), kind, id, 1, before, after));
    admissions.changed(scope.org());
  }
}
