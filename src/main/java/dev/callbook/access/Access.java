package dev.callbook.access;

import dev.callbook.wire.Refusal.Forbidden;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Everything one subject may do, as of one moment.
///
/// @param region for numbers typed without a country code
/// @param roles the names of the roles held, each once
/// @param granted per permission the divisions it holds in, the starred one included
/// @param everywhere those that hold in all divisions, future ones too
public record Access(
    OrgId org,
    String orgName,
    String region,
    Actor actor,
    List<String> roles,
    Map<Permission, List<Division>> granted,
    Set<Permission> everywhere) {
  /// One granted role in one division.
  record Grant(String role, Set<Permission> permissions, DivisionId division) {
    /// The same, but for permissions that something narrower leaves out.
    Grant within(Predicate<Permission> allowed) {
      return new Grant(
          role,
          permissions.stream().filter(allowed).collect(Collectors.toUnmodifiableSet()),
          division);
    }
  }

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
    Set<Permission> everywhere = EnumSet.noneOf(Permission.class);
    for (Permission permission : EnumSet.allOf(Permission.class)) {
      Set<DivisionId> held =
          grants.stream()
              .filter(grant -> grant.permissions().contains(permission))
              .map(Grant::division)
              .collect(Collectors.toSet());
      if (divisions.stream().anyMatch(d -> isStarred(d) && held.contains(d.id()))) {
        everywhere.add(permission);
      }
      List<Division> usable =
          held.isEmpty()
              ? List.of()
              : divisions.stream()
                  .filter(
                      d -> everywhere.contains(permission) || isStarred(d) || held.contains(d.id()))
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
        Map.copyOf(granted),
        Set.copyOf(everywhere));
  }

  private static boolean isStarred(Division division) {
    return division.kind() == Division.Kind.STARRED;
  }

  /// Whether the permission is held in at least one division.
  public boolean may(Permission permission) {
    return granted.containsKey(permission);
  }

  /// Whether the permission is held in a division; in the starred one: whether it is held in all.
  public boolean may(Permission permission, Division division) {
    return everywhere.contains(permission)
        || (!isStarred(division) && granted.getOrDefault(permission, List.of()).contains(division));
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
