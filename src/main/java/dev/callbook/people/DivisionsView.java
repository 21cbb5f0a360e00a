package dev.callbook.people;

import dev.callbook.web.FormErrors;
import dev.callbook.web.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Divisions: `GET /divisions`.
///
/// @param gone those that were removed and can be restored by the viewer
/// @param name as typed in the form that adds one
/// @param description as typed
record DivisionsView(
    List<Tab> tabs,
    List<Row> divisions,
    List<Gone> gone,
    String name,
    String description,
    FormErrors errors,
    boolean mayAdd) {
  /// @param grants how many roles are held in it
  record Row(String id, String name, @Nullable String description, boolean home, int grants) {}

  record Gone(String id, String name) {}
}
