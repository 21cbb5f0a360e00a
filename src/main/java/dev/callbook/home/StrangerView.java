package dev.callbook.home;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number that belongs to nobody, and whom it could belong to.
///
/// @param path of this page
/// @param query what was searched for
/// @param found null where nothing was searched for
/// @param divisions where a new contact may go; null if the viewer may add none
record StrangerView(
    String path,
    String number,
    String queue,
    Instant at,
    String query,
    @Nullable List<Found> found,
    boolean mayAttach,
    @Nullable List<Choice> divisions,
    String firstName,
    String lastName,
    FormErrors errors) {

  /// A contact that the number could be added to.
  record Found(String id, String name, String organization, String division) {}
}
