package dev.callbook.interaction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.callbook.directory.Checks;
import dev.callbook.interaction.InboundEvent.AgentName;
import dev.callbook.interaction.InboundEvent.From;
import dev.callbook.interaction.InboundEvent.Kind;
import dev.callbook.phone.Presentation;
import dev.callbook.wire.Refusal.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One event as a source posts it.
///
/// @param source absent for `default`
/// @param channel absent for `voice`
/// @param direction absent for `inbound`
/// @param at absent for now
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventJson(
    @Nullable String source,
    @Nullable String sourceEventId,
    @Nullable String interactionId,
    @Nullable String kind,
    @Nullable String channel,
    @Nullable String direction,
    @Nullable AgentJson agent,
    @Nullable FromJson from,
    @Nullable String to,
    @Nullable String queue,
    @Nullable Instant at) {
  private static final int MAX_ID = 200;
  private static final int MAX_RAW = 500;

  /// @param user a user's id or e-mail
  /// @param device a telephone assigned to a user
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record AgentJson(@Nullable String user, @Nullable String device) {}

  /// @param presentation absent for `allowed`
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record FromJson(
      @Nullable String raw, @Nullable String presentation, @Nullable Boolean verified) {}

  /// The same event of the source named.
  EventJson from(String name) {
    return new EventJson(
        name, sourceEventId, interactionId, kind, channel, direction, agent, from, to, queue, at);
  }

  /// @throws Invalid naming every field whose rule is broken
  InboundEvent read(Clock clock) {
    Checks checks = new Checks();
    String sourceName = checks.text("source", source, 100);
    String event = checks.required("sourceEventId", sourceEventId, MAX_ID, needed("sourceEventId"));
    String id = checks.required("interactionId", interactionId, MAX_ID, needed("interactionId"));
    Kind what = word(checks, "kind", kind, Kind.values(), null);
    Channel how = word(checks, "channel", channel, Channel.values(), Channel.VOICE);
    Direction way = word(checks, "direction", direction, Direction.values(), Direction.INBOUND);
    AgentName who = agent(checks);
    From party = from(checks);
    String dialled = checks.text("to", to, MAX_RAW);
    String through = checks.text("queue", queue, MAX_ID);
    checks.refuseIfAny();
    return new InboundEvent(
        sourceName == null ? InboundEvent.DEFAULT_SOURCE : sourceName,
        Objects.requireNonNull(event),
        Objects.requireNonNull(id),
        Objects.requireNonNull(what),
        Objects.requireNonNull(how),
        Objects.requireNonNull(way),
        who,
        party,
        dialled,
        through,
        at == null ? clock.instant() : at);
  }

  private static String needed(String field) {
    return field + " is needed: the source's own id.";
  }

  private @Nullable AgentName agent(Checks checks) {
    if (agent == null) {
      return null;
    }
    String user = checks.text("agent.user", agent.user(), 256);
    String device = checks.text("agent.device", agent.device(), 256);
    if (user != null) {
      return new AgentName.ByUser(user);
    }
    return device == null ? null : new AgentName.ByDevice(device);
  }

  private @Nullable From from(Checks checks) {
    if (from == null) {
      return null;
    }
    String raw = checks.text("from.raw", from.raw(), MAX_RAW);
    Presentation shown =
        word(
            checks,
            "from.presentation",
            from.presentation(),
            Presentation.values(),
            Presentation.ALLOWED);
    return new From(
        raw,
        shown == null ? Presentation.UNAVAILABLE : shown,
        Boolean.TRUE.equals(from.verified()));
  }

  private static <E extends Enum<E>> @Nullable E word(
      Checks checks, String field, @Nullable String sent, E[] known, @Nullable E absent) {
    if (sent == null && absent != null) {
      return absent;
    }
    for (E each : known) {
      if (word(each).equals(sent)) {
        return each;
      }
    }
    List<String> words = Arrays.stream(known).map(EventJson::word).toList();
    checks.note(
        field,
        sent == null ? "required" : "invalid.value",
        field + " is one of " + String.join(", ", words) + ".");
    return null;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
