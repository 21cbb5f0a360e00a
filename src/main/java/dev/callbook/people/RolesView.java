package dev.callbook.people;

import dev.callbook.web.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Roles: `GET /roles`. @param mayAdd whether the viewer may add and copy them
record RolesView(List<Tab> tabs, List<Row> roles, boolean mayAdd) {
  /// @param permissions how many
  /// @param holders how many users and clients
  record Row(
      String id,
      String name,
      @Nullable String description,
      boolean builtIn,
      int permissions,
      int holders) {}
}
