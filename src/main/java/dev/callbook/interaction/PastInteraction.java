package dev.callbook.interaction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An interaction as history shows it.
///
/// @param agentName who had it, as they are called now
/// @param decidedBy who decided whom it belongs to, as they are called now; null where the number
///   did, or where they are gone
public record PastInteraction(
    Interaction interaction, @Nullable String agentName, @Nullable String decidedBy) {
  /// Its place in a list that is ordered by time.
  public Place place() {
    return new Place(interaction.times().started(), interaction.id());
  }

  /// A place in a list that is ordered by time, newest first.
  public record Place(Instant started, UUID id) {}
}
