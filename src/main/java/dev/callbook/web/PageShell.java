package dev.callbook.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the layout shows around a page.
///
/// @param userName the signed-in user's name
/// @param userRoles their roles in words, such as `Administrator`
/// @param organizationName our own organization's name
/// @param active the place the page belongs to
/// @param allowed the places this user may enter; the others are not shown
/// @param toast what just happened, shown once; null if nothing did
public record PageShell(
    String userName,
    String userRoles,
    String organizationName,
    Place active,
    Set<Place> allowed,
    @Nullable Toast toast) {
  public PageShell {
    allowed = Set.copyOf(allowed);
  }

  public boolean shows(Place place) {
    return allowed.contains(place);
  }

  public boolean isAt(Place place) {
    return active == place;
  }
}
