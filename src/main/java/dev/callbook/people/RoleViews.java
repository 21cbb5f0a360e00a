package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts the pages of roles together.
@ApplicationScoped
class RoleViews {
  private final Roles roles;
  private final PeopleTabs tabs;
  private final Caller caller;
  private final Words words;

  RoleViews(Roles roles, PeopleTabs tabs, Caller caller, Words words) {
    this.roles = roles;
    this.tabs = tabs;
    this.caller = caller;
    this.words = words;
  }

  /// What stands in the form.
  record Typed(String name, String description, Set<Permission> permissions) {
    static Typed nothing() {
      return new Typed("", "", Set.of());
    }

    static Typed of(Role role) {
      String description = role.description() == null ? "" : role.description();
      return new Typed(role.name(), description, role.permissions());
    }
  }

  RolesView all(Scope scope) {
    Map<UUID, Integer> holders = roles.holderCounts(scope);
    return new RolesView(
        tabs.at(PeopleTabs.At.ROLES),
        roles.all(scope).stream()
            .map(role ->
                new RolesView.Row(
                    role.id().toString(),
                    role.name(),
                    role.description(),
                    role.builtIn(),
                    role.permissions().size(),
                    holders.getOrDefault(role.id(), 0)))
            .toList(),
        caller.access().may(Permission.ROLE_ADD));
  }

  /// The form that adds a role.
  RoleView asked(Typed typed, FormErrors errors) {
    return new RoleView(
        null,
        0,
        words.of(PeopleMessages.class).newRole(),
        typed.name(),
        typed.description(),
        false,
        0,
        groups(typed, null),
        errors,
        new RoleView.May(true, false, false));
  }

  RoleView of(Scope scope, Role role, Typed typed, FormErrors errors) {
    Access access = caller.access();
    return new RoleView(
        role.id().toString(),
        role.version(),
        role.name(),
        typed.name(),
        typed.description(),
        role.builtIn(),
        roles.holderCounts(scope).getOrDefault(role.id(), 0),
        groups(typed, role.permissions()),
        errors,
        new RoleView.May(
            access.may(Permission.ROLE_EDIT) && !role.builtIn(),
            access.may(Permission.ROLE_ADD),
            access.may(Permission.ROLE_DELETE) && !role.builtIn()));
  }

  /// @param had what the role allows already, which the viewer may leave as it is; null for a new
  ///   one
  private List<RoleView.Group> groups(Typed typed, @Nullable Set<Permission> had) {
    PermissionMessages say = words.of(PermissionMessages.class);
    Access access = caller.access();
    return Arrays.stream(PermissionDomain.values())
        .map(domain ->
            new RoleView.Group(
                say.of(domain),
                Arrays.stream(Permission.values())
                    .filter(permission -> PermissionDomain.of(permission) == domain)
                    .map(permission ->
                        new RoleView.Item(
                            permission.value(),
                            say.allows(permission),
                            typed.permissions().contains(permission),
                            !mayPut(access, permission, had)))
                    .toList()))
        .toList();
  }

  /// Into a role that others may hold only what is held everywhere.
  private static boolean mayPut(
      Access access, Permission permission, @Nullable Set<Permission> had) {
    return had == null
        ? access.may(permission)
        : had.contains(permission) || access.everywhere().contains(permission);
  }
}
