package dev.callbook.people;

import dev.callbook.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One role, or the form of a new one: `GET /roles/{roleId}`, `GET /roles/new`.
///
/// @param id null for a new one
/// @param title the page's
/// @param name as it stands in the form
/// @param holders how many users and clients hold it
record RoleView(
    @Nullable String id,
    int version,
    String title,
    String name,
    String description,
    boolean builtIn,
    int holders,
    List<Group> groups,
    FormErrors errors,
    May may) {
  /// Where it is deleted.
  public String deletePath() {
    return "/roles/" + id + "/delete";
  }

  /// Permissions about one thing.
  record Group(String title, List<Item> items) {
    /// Whether the role allows one of them.
    public boolean any() {
      return items.stream().anyMatch(Item::chosen);
    }
  }

  /// @param name as in the public API
  /// @param words what it allows
  /// @param chosen whether the role allows it
  /// @param locked whether the viewer cannot put it in, since they do not hold it
  record Item(String name, String words, boolean chosen, boolean locked) {}

  /// What the viewer may do here.
  record May(boolean edit, boolean copy, boolean remove) {}
}
