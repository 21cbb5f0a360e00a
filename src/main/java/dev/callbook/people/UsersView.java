package dev.callbook.people;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;

/// Users, what they hold, and the divisions: `GET /people`.
///
/// @param roles what can be given
/// @param divisions where it can be given; the first one stands for all
/// @param name as typed in the form that adds a user; empty at first
/// @param email as typed
/// @param errors what is wrong with that form
record UsersView(
    List<Row> users,
    List<Choice> roles,
    List<Choice> divisions,
    String name,
    String email,
    FormErrors errors,
    May may) {

  /// @param held the roles, as `Agent, EMEA`
  record Row(String id, int version, String name, String email, boolean active, List<Held> held) {}

  /// @param role the role's id
  /// @param division the division's id
  /// @param words as people read it: `Agent, EMEA`
  record Held(String role, String division, String words) {}

  /// What the viewer may do here.
  record May(boolean add, boolean edit, boolean grant, boolean addDivision) {}
}
