package dev.callbook.web;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;

/// Builds what the layout shows around a page for whoever is signed in.
@RequestScoped
public class PageShells {
  private final Caller caller;
  private final Flash flash;

  PageShells(Caller caller, Flash flash) {
    this.caller = caller;
    this.flash = flash;
  }

  /// @param active the place the page belongs to
  public PageShell at(Place active) {
    Access access = caller.access();
    return new PageShell(
        access.actor().name(),
        String.join(", ", access.roles()),
        access.orgName(),
        active,
        allowed(access),
        flash.take());
  }

  /// The first place this user may enter.
  public Place start() {
    Access access = caller.access();
    return access.roles().equals(java.util.List.of("Agent")) && access.may(Permission.WORKSPACE_USE)
        ? Place.WORKSPACE
        : allowed(access).stream()
            .filter(place -> place != Place.WORKSPACE)
            .findFirst()
            .orElse(Place.WORKSPACE);
  }

  private static Set<Place> allowed(Access access) {
    Set<Place> allowed = EnumSet.noneOf(Place.class);
    for (Place place : Place.values()) {
      if (access.may(permission(place))) {
        allowed.add(place);
      }
    }
    return allowed;
  }

  private static Permission permission(Place place) {
    return switch (place) {
      case HOME -> Permission.HOME_VIEW;
      case WORKSPACE -> Permission.WORKSPACE_USE;
      case CONTACTS -> Permission.CONTACT_VIEW;
      case DUPLICATES -> Permission.IDENTITY_MERGE;
      case CUSTOM_FIELDS -> Permission.CUSTOM_FIELDS_VIEW;
      case IMPORT -> Permission.IMPORT_VIEW;
      case EXPORTS -> Permission.EXPORT_VIEW;
      case EXTERNAL_SOURCES -> Permission.EXTERNAL_SOURCE_VIEW;
      case NUMBER_BENCH -> Permission.SOURCE_VIEW;
      case PEOPLE -> Permission.USER_VIEW;
      case CLIENTS -> Permission.CLIENT_VIEW;
      case SETTINGS -> Permission.SETTINGS_VIEW;
      case AUDIT -> Permission.AUDIT_VIEW;
    };
  }
}
