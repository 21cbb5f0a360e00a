package dev.callbook.demo;

import dev.callbook.access.Actor;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.interaction.Channel;
import dev.callbook.interaction.Direction;
import dev.callbook.interaction.InboundEvent;
import dev.callbook.interaction.InboundEvent.AgentName;
import dev.callbook.interaction.InboundEvent.From;
import dev.callbook.interaction.InboundEvent.Kind;
import dev.callbook.phone.Presentation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One call or message that nobody really made, as a switchboard would report it.
///
/// Each event has an id made of the call's: reported by two nodes, it happens once.
///
/// @param id the same on every node for the same call
record CallPlan(String id, Actor agent, Party party, String queue) {
  /// The name of the switchboard.
  static final String SOURCE = "Demo switchboard";

  static final List<String> QUEUES = List.of("Service", "Contracts", "Faults", "Billing questions");

  /// What the company's callers dial.
  private static final String DIALLED = "+1 206 555 0199";

  /// Who is on the line. @param isLate whether their number comes after the call
  record Party(Channel channel, From from, boolean isLate) {
    static Party calling(PhoneNumber number) {
      return by(Channel.VOICE, text(number));
    }

    static Party by(Channel channel, String number) {
      return new Party(channel, new From(number, Presentation.ALLOWED, false), false);
    }

    static Party withheld() {
      return new Party(Channel.VOICE, new From(null, Presentation.WITHHELD, false), false);
    }

    Party late() {
      return new Party(channel, from, true);
    }

    static String text(PhoneNumber number) {
      return Objects.requireNonNullElse(number.e164(), number.userInput());
    }
  }

  boolean isMessage() {
    return party.channel() != Channel.VOICE;
  }

  InboundEvent offered(Instant at) {
    return event(Kind.OFFERED, "offered", party.isLate() ? null : party.from(), at);
  }

  /// The number, where it did not come with the call.
  InboundEvent told(Instant at) {
    return event(Kind.OFFERED, "told", party.from(), at);
  }

  InboundEvent connected(Instant at) {
    return event(Kind.CONNECTED, "connected", null, at);
  }

  /// The first that is heard of a call which an agent has taken already.
  InboundEvent takenUp(Instant at) {
    return event(Kind.CONNECTED, "connected", party.from(), at);
  }

  InboundEvent ended(Instant at) {
    return event(Kind.ENDED, "ended", null, at);
  }

  private InboundEvent event(Kind kind, String step, @Nullable From from, Instant at) {
    return new InboundEvent(
        SOURCE,
        id + " " + step,
        id,
        kind,
        party.channel(),
        Direction.INBOUND,
        new AgentName.ByUser(String.valueOf(agent.idOrNull())),
        from,
        DIALLED,
        queue,
        at);
  }
}
