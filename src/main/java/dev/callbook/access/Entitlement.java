package dev.callbook.access;

import dev.callbook.access.Grants.Held;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One thing that a subject may do, and by which grants. It holds where [Access#may] says so.
///
/// @param because at least one
public record Entitlement(Permission permission, List<Held> because) {
  /// Everything that grants allow, in the order of [Permission].
  public static List<Entitlement> of(List<Held> held) {
    Map<Permission, List<Held>> found = new EnumMap<>(Permission.class);
    for (Held grant : held) {
      for (Permission permission : grant.permissions()) {
        found.computeIfAbsent(permission, _ -> new ArrayList<>()).add(grant);
      }
    }
    return found.entrySet().stream()
        .map(entry -> new Entitlement(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /// The grants that allow it in a division; in the starred one: in all of them.
  public List<Held> reasonsIn(Division division) {
    return because.stream()
        .filter(grant ->
            !permission.isDivided()
                || grant.division().kind() == Division.Kind.STARRED
                || grant.division().id().equals(division.id()))
        .toList();
  }
}
