package dev.callbook.interaction;

import dev.callbook.phone.Presentation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What every source of calls and messages reduces to: something happened to an interaction.
///
/// @param source the name of the source within its organization; unknown ones are made
/// @param sourceEventId the source's own id of the event; the same one again changes nothing
/// @param interactionId the source's own id of the interaction, the same for all its events
/// @param agent whom it reached; null where the event does not tell
/// @param from who calls; null where the event does not tell
/// @param to what was dialled
/// @param queue the queue it came through
/// @param at when it happened, as the source's clock has it
public record InboundEvent(
    String source,
    String sourceEventId,
    String interactionId,
    Kind kind,
    Channel channel,
    Direction direction,
    @Nullable AgentName agent,
    @Nullable From from,
    @Nullable String to,
    @Nullable String queue,
    Instant at) {
  /// The source of events that name none.
  public static final String DEFAULT_SOURCE = "default";

  /// What happened.
  public enum Kind {
    /// It alerts at an agent, or waits in a queue.
    OFFERED,
    /// The agent took it.
    CONNECTED,
    /// Another agent gets it.
    TRANSFERRED,
    /// It is over.
    ENDED
  }

  /// What a source calls an agent.
  public sealed interface AgentName {
    /// @param idOrEmail a user's id or e-mail
    record ByUser(String idOrEmail) implements AgentName {}

    /// @param device a telephone, such as `PJSIP/1001`, that an admin assigned to a user
    record ByDevice(String device) implements AgentName {}
  }

  /// The party on the other side.
  ///
  /// @param raw number, address or handle as the source has it
  /// @param verified whether the network vouches for it (STIR)
  public record From(@Nullable String raw, Presentation presentation, boolean verified) {}
}
