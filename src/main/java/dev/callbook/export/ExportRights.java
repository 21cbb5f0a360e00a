package dev.callbook.export;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import java.util.List;

/// What somebody may do with exports of a kind: in those divisions where they may see all that is
/// in them.
final class ExportRights {
  private ExportRights() {}

  /// @param exports to order exports, or to see them
  /// @throws dev.callbook.wire.Refusal.Forbidden naming a permission that is missing
  static Scope of(Access access, Permission exports, ExportKind kind) {
    return of(access, exports, kind, Origin.API);
  }

  /// As [#of(Access, Permission, ExportKind)], for what is ordered elsewhere.
  static Scope of(Access access, Permission exports, ExportKind kind, Origin origin) {
    Scope scope = access.scope(exports, origin);
    for (Permission permission : needed(kind)) {
      scope = scope.and(access.scope(permission, origin));
    }
    return scope;
  }

  /// Whether there is a division where they may.
  static boolean any(Access access, Permission exports, ExportKind kind) {
    return access.may(exports)
        && needed(kind).stream().allMatch(access::may)
        && access.granted().getOrDefault(exports, List.of()).stream()
            .anyMatch(division ->
                needed(kind).stream()
                    .allMatch(permission ->
                        access.granted().getOrDefault(permission, List.of()).contains(division)));
  }

  private static List<Permission> needed(ExportKind kind) {
    return switch (kind) {
      case CONTACTS -> List.of(Permission.CONTACT_VIEW);
      case ORGANIZATIONS, RELATIONSHIPS -> List.of(Permission.ORGANIZATION_VIEW);
      case NOTES -> List.of(Permission.CONTACT_VIEW, Permission.ORGANIZATION_VIEW);
    };
  }
}
