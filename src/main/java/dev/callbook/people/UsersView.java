package dev.callbook.people;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import dev.callbook.web.Tab;
import java.util.List;

/// Users: `GET /people`.
///
/// @param query what is searched for
/// @param states whether they may sign in: the filter's choices
/// @param roles the filter's choices
/// @param filtered whether anything narrows the list
/// @param form what adds one
record UsersView(
    List<Tab> tabs,
    String query,
    List<Choice> states,
    List<Choice> roles,
    boolean filtered,
    List<Row> users,
    Pager pager,
    Form form,
    May may) {

  /// @param held the roles, as `Agent, EMEA`
  record Row(String id, String name, String email, boolean active, List<String> held) {}

  /// The form that adds a user.
  ///
  /// @param name as typed; empty at first
  /// @param email as typed
  /// @param roles what can be given
  /// @param divisions where it can be given; the first one stands for all
  record Form(
      String name, String email, List<Choice> roles, List<Choice> divisions, FormErrors errors) {}

  /// What the viewer may do here.
  record May(boolean add, boolean grant) {}
}
