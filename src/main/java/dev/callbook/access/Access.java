package dev.callbook.access;

import dev.callbook.wire.Refusal.Forbidden;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything one subject may do, as of one moment.
///
/// @param region for numbers typed without a country code
/// @param roles the names of the roles held, each once
/// @param granted per permission the divisions it holds in, the starred one included
public record Access(
    OrgId org,
    String orgName,
    String region,
    Actor actor,
    List<String> roles,
    Map<Permission, List<Division>> granted) {
  /// One granted role in one division.
  record Grant(String role, Set<Permission> permissions, DivisionId division) {}

  /// A grant in the starred division counts in all; one elsewhere counts there and in the starred
  /// one.
  static Access of(
      OrgId org,
      String orgName,
      String region,
      Actor actor,
      List<Division> divisions,
      List<Grant> grants) {
    Map<Permission, List<Division>> granted = new EnumMap<>(Permission.class);
    for (Permission permission : EnumSet.allOf(Permission.class)) {
      List<Division> usable =
          divisions.stream()
              .filter(division ->
                  grants.stream()
                      .filter(grant -> grant.permissions().contains(permission))
                      .anyMatch(grant ->
                          division.kind() == Division.Kind.STARRED
                              || grant.division().equals(division.id())
                              || isStarred(divisions, grant.division())))
              .toList();
      if (!usable.isEmpty()) {
        granted.put(permission, usable);
      }
    }
    return new Access(
        org,
        orgName,
        region,
        actor,
        grants.stream().map(Grant::role).distinct().sorted().toList(),
        Map.copyOf(granted));
  }

  private static boolean isStarred(List<Division> divisions, DivisionId id) {
    return divisions.stream()
        .anyMatch(division -> division.kind() == Division.Kind.STARRED && division.id().equals(id));
  }

  /// Whether the permission is held in at least one division.
  public boolean may(Permission permission) {
    return granted.containsKey(permission);
  }

  /// @throws Forbidden if the permission is held nowhere
  public Scope scope(Permission permission, Origin origin) {
    List<Division> divisions = granted.get(permission);
    if (divisions == null) {
      throw new Forbidden(permission.value());
    }
    return new Scope(org, actor, origin, permission, divisions);
  }
}
