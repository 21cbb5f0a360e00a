package dev.callbook.people;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// OAuth clients: `GET /clients`.
///
/// @param issued the client just made or given another secret, with the secret, this once; null
///   otherwise
record ClientsView(
    List<Row> clients,
    List<Choice> roles,
    List<Choice> divisions,
    @Nullable Issued issued,
    String name,
    FormErrors errors,
    May may) {

  /// @param held the roles in words: `Admin, all divisions`
  record Row(String id, String name, List<String> held) {}

  record Issued(String id, String name, String secret) {}

  /// What the viewer may do here.
  record May(boolean add, boolean edit, boolean remove) {}
}
