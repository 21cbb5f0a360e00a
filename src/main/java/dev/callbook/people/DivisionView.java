package dev.callbook.people;

import dev.callbook.web.FormErrors;
import java.util.List;

/// One division: `GET /divisions/{divisionId}`.
///
/// @param title its name
/// @param name as it stands in the form
/// @param contents what it holds; empty if nothing
/// @param grants how many roles are held in it
record DivisionView(
    String id,
    String title,
    String name,
    String description,
    boolean home,
    List<Content> contents,
    int grants,
    FormErrors errors,
    May may) {
  /// Where it is deleted.
  public String deletePath() {
    return "/divisions/" + id + "/delete";
  }

  /// @param kind such as `Contacts`
  /// @param count such as `12` or `10000 or more`
  record Content(String kind, String count) {}

  /// @param remove whether the viewer may remove divisions such as this one
  /// @param removeNow whether it is empty too
  record May(boolean edit, boolean remove, boolean removeNow) {}
}
