package dev.callbook.people;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// OAuth clients: `GET /clients`.
///
/// @param issued the client just made or given another secret, with the secret, this once; null
///   otherwise
/// @param typed what stands in the form that adds one
record ClientsView(
    List<Row> clients,
    List<Choice> roles,
    List<Choice> divisions,
    List<Choice> scopes,
    @Nullable Issued issued,
    Typed typed,
    FormErrors errors,
    May may) {

  /// @param held the roles in words: `Admin, all divisions`; empty for one that acts for users
  /// @param addresses where users return to; empty for one that acts for itself
  /// @param scopes the most it may ask a user for, in words
  record Row(
      String id,
      String name,
      boolean active,
      List<String> held,
      List<String> addresses,
      List<String> scopes) {}

  record Issued(String id, String name, String secret) {}

  /// @param forUsers whether it acts for users, and not for itself
  /// @param addresses one a line
  record Typed(String name, boolean forUsers, String addresses) {
    static Typed nothing() {
      return new Typed("", false, "");
    }
  }

  /// What the viewer may do here.
  record May(boolean add) {}
}
