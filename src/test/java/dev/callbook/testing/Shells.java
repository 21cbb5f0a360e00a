package dev.callbook.testing;

import dev.callbook.web.PageShell;
import dev.callbook.web.Place;
import java.util.EnumSet;
import java.util.Set;

/// Page shells for looking at templates without signing in.
public final class Shells {
  private Shells() {}

  /// An administrator who may enter every place.
  public static PageShell administrator(Place active) {
    return shell(active, EnumSet.allOf(Place.class), "Jonas Lindqvist", "Administrator");
  }

  /// An agent who works with contacts only.
  public static PageShell agent(Place active) {
    return shell(active, EnumSet.of(Place.WORKSPACE, Place.CONTACTS), "Amara Okafor", "Agent");
  }

  private static PageShell shell(Place active, Set<Place> allowed, String name, String roles) {
    return new PageShell(name, roles, "Brightwell Networks", active, allowed, null);
  }
}
