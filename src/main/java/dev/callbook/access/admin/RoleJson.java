package dev.callbook.access.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A role on the wire. Source: models `DomainOrganizationRole`, `…Create` and `…Update`.
///
/// @param permissions the permissions' names (our addition; the original's own list is of another
///   kind); a request may name them here or in the policies, or in both
/// @param base whether it is built in
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable List<@Nullable String> permissions,
    @Nullable List<@Nullable PolicyJson> permissionPolicies,
    @Nullable Integer userCount,
    @JsonProperty("default") @Nullable Boolean isDefault,
    @Nullable Boolean base,
    @Nullable String selfUri) {
  static final String PATH = "/api/v2/authorization/roles";

  /// Permissions of one entity. Source: model `DomainPermissionPolicy`.
  ///
  /// @param entityName `*` for all of the domain
  /// @param actionSet `*` for all of the entity
  /// @param resourceConditionNode refused: without its condition the policy would allow more
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PolicyJson(
      @Nullable String domain,
      @Nullable String entityName,
      @Nullable List<@Nullable String> actionSet,
      @Nullable Boolean allowConditions,
      @Nullable JsonNode resourceConditionNode) {}

  static RoleJson of(Role role, @Nullable Integer userCount) {
    return new RoleJson(
        role.id().toString(),
        role.name(),
        role.description(),
        new ArrayList<@Nullable String>(
            role.permissions().stream().map(Permission::value).sorted().toList()),
        new ArrayList<@Nullable PolicyJson>(policies(role.permissions())),
        userCount,
        role.builtIn(),
        role.builtIn(),
        PATH + "/" + role.id());
  }

  /// By domain and entity.
  static List<PolicyJson> policies(Collection<Permission> permissions) {
    Map<String, List<@Nullable String>> actions = new TreeMap<>();
    permissions.stream()
        .map(Permission::value)
        .sorted()
        .forEach(value -> {
          int colon = value.lastIndexOf(':');
          actions
              .computeIfAbsent(value.substring(0, colon), _ -> new ArrayList<>())
              .add(value.substring(colon + 1));
        });
    return actions.entrySet().stream()
        .map(entry -> {
          String[] parts = entry.getKey().split(":", 2);
          return new PolicyJson(parts[0], parts[1], entry.getValue(), false, null);
        })
        .toList();
  }

  /// Whether the request says what the role allows.
  boolean namesPermissions() {
    return permissions != null || permissionPolicies != null;
  }

  /// What the request says the role allows.
  ///
  /// @throws Invalid naming the item that is no permission of ours, or that has a condition
  Set<Permission> toPermissions() {
    Set<Permission> named = EnumSet.noneOf(Permission.class);
    List<@Nullable String> names = permissions == null ? List.of() : permissions;
    for (int i = 0; i < names.size(); i++) {
      String field = "permissions[" + i + "]";
      String name = names.get(i) == null ? "" : names.get(i);
      named.add(Permission.of(name).orElseThrow(() -> unknown(field)));
    }
    List<@Nullable PolicyJson> policies =
        permissionPolicies == null ? List.of() : permissionPolicies;
    for (int i = 0; i < policies.size(); i++) {
      PolicyJson policy = policies.get(i);
      if (policy == null) {
        throw unknown("permissionPolicies[" + i + "]");
      }
      named.addAll(expand(policy, "permissionPolicies[" + i + "]"));
    }
    return named;
  }

  private static Set<Permission> expand(PolicyJson policy, String field) {
    if (policy.resourceConditionNode() != null && !policy.resourceConditionNode().isEmpty()) {
      throw new Invalid(
          field + ".resourceConditionNode",
          "invalid.value",
          "Conditions are not known here; without them the policy would allow more.");
    }
    Set<Permission> named = EnumSet.noneOf(Permission.class);
    for (String action : policy.actionSet() == null ? List.<String>of() : policy.actionSet()) {
      List<Permission> meant =
          Arrays.stream(Permission.values())
              .filter(permission -> matches(permission.value(), policy, action))
              .toList();
      if (meant.isEmpty()) {
        throw unknown(field);
      }
      named.addAll(meant);
    }
    if (named.isEmpty()) {
      throw new Invalid(field + ".actionSet", "required", "A policy needs an action.");
    }
    return named;
  }

  private static boolean matches(String value, PolicyJson policy, @Nullable String action) {
    String[] parts = value.split(":", 3);
    return parts[0].equals(policy.domain())
        && ("*".equals(policy.entityName()) || parts[1].equals(policy.entityName()))
        && ("*".equals(action) || parts[2].equals(action));
  }

  private static Invalid unknown(String field) {
    return new Invalid(field, "unknown", field + " names no permission that there is here.");
  }
}
