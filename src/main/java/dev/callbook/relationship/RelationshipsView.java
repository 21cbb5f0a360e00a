package dev.callbook.relationship;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import java.util.List;

/// The relationships of one organization, newest first.
///
/// @param path the page itself; a new one's `user` and `relationship` are posted there, a changed
///   one's `relationship` to `<path>/<id>`
/// @param page its number, counted from 1
/// @param rows those of this page
/// @param pager the way to the neighbouring pages
/// @param mayEdit whether the person may add, change and remove
/// @param people who can be picked, by name
/// @param draft what was typed for a new one and not saved, because of `errors`
record RelationshipsView(
    String path,
    int page,
    List<Row> rows,
    Pager pager,
    boolean mayEdit,
    List<Choice> people,
    String draft,
    FormErrors errors) {

  /// One relationship, or what was typed for it and not saved.
  ///
  /// @param active whether the person may still sign in
  record Row(String id, String personId, String person, boolean active, String text) {}
}
