package dev.callbook.directory;

import dev.callbook.access.Org;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.time.Duration;
import java.util.List;

/// What holds for the whole organization: `GET /settings`.
///
/// @param version of the organization, which saving it takes as read
/// @param picksDivision whether people choose the division of each contact they create
/// @param overtaken whether someone else saved the organization meanwhile
/// @param mayAdmin whether the viewer may change the organization
/// @param mayEdit whether the viewer may change the directory's settings
record SettingsView(
    Typed typed,
    int version,
    List<Choice> regions,
    List<Choice> idle,
    boolean picksDivision,
    FormErrors errors,
    boolean overtaken,
    boolean mayAdmin,
    boolean mayEdit) {

  /// What stands in the form of the organization.
  ///
  /// @param idleMinutes 0: never
  record Typed(String name, String region, int idleMinutes) {
    static Typed of(Org org) {
      return new Typed(
          org.name(),
          org.defaultRegion(),
          (int) org.idleTimeout().map(Duration::toMinutes).orElse(0L).longValue());
    }
  }
}
