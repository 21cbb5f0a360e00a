package dev.callbook.workspace;

import dev.callbook.web.FormErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form that creates a contact in one line.
///
/// @param number what the new contact will have; null where it is withheld
/// @param division the wire id of the one chosen
public record CreateView(
    UUID call,
    String firstName,
    String lastName,
    @Nullable String number,
    List<Choice> divisions,
    String division,
    FormErrors errors) {
  /// @param id a wire id
  public record Choice(String id, String name) {}
}
