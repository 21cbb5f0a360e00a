package dev.callbook.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.interaction.Interactions.Heard;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a source learns of its event. Nothing of any contact: a source reports, it does not read.
///
/// @param id ours, good for `conversations/{conversationId}`
/// @param interactionId the source's own
/// @param state `waiting`, `alerting`, `connected`, `wrap_up` or `closed`
/// @param agentId the user who has it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeardJson(
    UUID id,
    String source,
    String interactionId,
    String state,
    @Nullable UUID agentId,
    MatchJson match) {
  /// @param kind `known`, `several`, `unknown`, `withheld`, or `none` while no agent is known in
  ///   whose name anybody could be looked up
  /// @param count how many contacts it may be
  public record MatchJson(String kind, int count) {}

  static HeardJson of(Heard heard) {
    Interaction interaction = heard.interaction();
    return new HeardJson(
        interaction.id(),
        heard.source().name(),
        interaction.externalId(),
        interaction.state().name().toLowerCase(Locale.ROOT),
        interaction.agent(),
        match(heard.match()));
  }

  private static MatchJson match(@Nullable Party party) {
    return switch (party) {
      case null -> new MatchJson("none", 0);
      case Party.Person _ -> new MatchJson("known", 1);
      case Party.Several several -> new MatchJson("several", several.candidates().size());
      case Party.Nobody _, Party.OutOfSight _ -> new MatchJson("unknown", 0);
      case Party.Withheld _ -> new MatchJson("withheld", 0);
    };
  }
}
