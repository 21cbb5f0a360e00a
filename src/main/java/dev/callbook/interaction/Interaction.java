package dev.callbook.interaction;

import dev.callbook.interaction.InboundEvent.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call, or one thread of messages. Its events come in any order; [#heard] gives the same
/// whatever the order.
///
/// @param source where it comes from
/// @param externalId the source's own id
/// @param holder the agent who has it; null while nobody does
/// @param dialled what the caller dialled
/// @param version counts up with every change, from 1
public record Interaction(
    UUID id,
    UUID source,
    String externalId,
    Channel channel,
    Direction direction,
    @Nullable Holder holder,
    CallerLine caller,
    @Nullable String dialled,
    @Nullable String queue,
    Association association,
    Times times,
    @Nullable String wrapUpCode,
    int version) {

  /// The agent who has it.
  ///
  /// @param since when their part began
  /// @param asOf when the newest event happened that named them
  public record Holder(UUID agent, Instant since, Instant asOf) {}

  /// When things happened; null for what did not.
  ///
  /// @param connected when the agent who has it took it
  public record Times(
      Instant started,
      @Nullable Instant connected,
      @Nullable Instant ended,
      @Nullable Instant wrappedUp) {}

  /// Where it stands.
  public enum State {
    /// in a queue, or at a telephone nobody is known to sit at
    WAITING,
    ALERTING,
    CONNECTED,
    /// over for the caller, not yet for the agent
    WRAP_UP,
    CLOSED
  }

  /// An interaction of which nothing is known yet but that it exists.
  static Interaction first(UUID id, UUID source, InboundEvent event, Instant at) {
    return new Interaction(
        id,
        source,
        event.interactionId(),
        event.channel(),
        event.direction(),
        null,
        CallerLine.UNSAID,
        null,
        null,
        Association.NONE,
        new Times(at, null, null, null),
        null,
        0);
  }

  /// One that a program attached somebody to before any source told of it.
  static Interaction unreported(
      UUID id, UUID source, String externalId, Channel channel, Instant now) {
    return new Interaction(
        id,
        source,
        externalId,
        channel,
        Direction.INBOUND,
        null,
        CallerLine.UNSAID,
        null,
        null,
        Association.NONE,
        new Times(now, null, null, null),
        null,
        0);
  }

  public State state() {
    if (times.wrappedUp() != null) {
      return State.CLOSED;
    }
    if (times.ended() != null) {
      return holder == null ? State.CLOSED : State.WRAP_UP;
    }
    if (holder == null) {
      return State.WAITING;
    }
    return times.connected() == null ? State.ALERTING : State.CONNECTED;
  }

  /// @return null while nobody has it
  public @Nullable UUID agent() {
    return holder == null ? null : holder.agent();
  }

  /// The interaction after `event`.
  ///
  /// @param agent the user the event names; null if it names none that is known
  /// @param line what the event says of the caller
  /// @param at when it happened
  Interaction heard(InboundEvent event, @Nullable UUID agent, CallerLine line, Instant at) {
    Holder held = agent == null ? holder : holder(agent, at);
    return new Interaction(
        id,
        source,
        externalId,
        channel,
        direction,
        held,
        caller.heard(line),
        dialled == null ? event.to() : dialled,
        event.queue() == null || (queue != null && at.isBefore(lastHeard()))
            ? queue
            : event.queue(),
        association,
        times(event.kind(), held, at),
        wrapUpCode,
        version + 1);
  }

  /// An older event does not take an interaction back from the agent a newer one gave it to.
  private Holder holder(UUID agent, Instant at) {
    if (holder == null) {
      return new Holder(agent, at, at);
    }
    if (holder.agent().equals(agent)) {
      return new Holder(agent, earlier(holder.since(), at), later(holder.asOf(), at));
    }
    return at.isBefore(holder.asOf()) ? holder : new Holder(agent, at, at);
  }

  private Times times(Kind kind, @Nullable Holder held, Instant at) {
    Instant since = held == null ? times.started() : held.since();
    // What another agent took before belongs to their part, not to this one.
    Instant connected =
        times.connected() != null && times.connected().isBefore(since) ? null : times.connected();
    if (kind == Kind.CONNECTED && (held == null || !at.isBefore(since))) {
      connected = connected == null ? at : earlier(connected, at);
    }
    Instant ended = times.ended();
    if (kind == Kind.ENDED) {
      ended = ended == null ? at : later(ended, at);
    }
    boolean isOthers = holder != null && held != null && !holder.agent().equals(held.agent());
    return new Times(
        earlier(times.started(), at), connected, ended, isOthers ? null : times.wrappedUp());
  }

  private Instant lastHeard() {
    Instant asOf = holder == null ? times.started() : holder.asOf();
    return times.ended() == null ? asOf : later(asOf, times.ended());
  }

  /// The interaction with another owner.
  Interaction with(Association next) {
    return new Interaction(
        id,
        source,
        externalId,
        channel,
        direction,
        holder,
        caller,
        dialled,
        queue,
        next,
        times,
        wrapUpCode,
        version);
  }

  /// The interaction once its agent is done with it.
  Interaction wrappedUp(@Nullable String code, Instant now) {
    return new Interaction(
        id,
        source,
        externalId,
        channel,
        direction,
        holder,
        caller,
        dialled,
        queue,
        association,
        new Times(
            times.started(),
            times.connected(),
            Objects.requireNonNullElse(times.ended(), now),
            now),
        code,
        version + 1);
  }

  Interaction nextVersion() {
    return new Interaction(
        id,
        source,
        externalId,
        channel,
        direction,
        holder,
        caller,
        dialled,
        queue,
        association,
        times,
        wrapUpCode,
        version + 1);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
