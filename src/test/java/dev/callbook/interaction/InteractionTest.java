package dev.callbook.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.interaction.InboundEvent.Kind;
import dev.callbook.interaction.Interaction.State;
import dev.callbook.phone.Presentation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What an interaction becomes does not depend on the order in which its events arrive.
class InteractionTest {
  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private record Step(Kind kind, UUID agent, int second) {}

  @Test
  void a_call_that_ended_is_over_in_whatever_order_its_events_come() {
    List<Step> steps =
        List.of(
            new Step(Kind.OFFERED, ANA, 0),
            new Step(Kind.CONNECTED, ANA, 4),
            new Step(Kind.ENDED, ANA, 60));
    for (List<Step> order : orders(steps)) {
      Interaction call = after(order);
      assertEquals(State.WRAP_UP, call.state(), order.toString());
      assertEquals(START, call.times().started(), order.toString());
      assertEquals(START.plusSeconds(4), call.times().connected(), order.toString());
      assertEquals(START.plusSeconds(60), call.times().ended(), order.toString());
    }
  }

  @Test
  void a_transferred_call_is_with_the_second_agent_in_whatever_order_its_events_come() {
    List<Step> steps =
        List.of(
            new Step(Kind.OFFERED, ANA, 0),
            new Step(Kind.CONNECTED, ANA, 4),
            new Step(Kind.TRANSFERRED, BEN, 30),
            new Step(Kind.CONNECTED, BEN, 33));
    for (List<Step> order : orders(steps)) {
      Interaction call = after(order);
      assertEquals(BEN, call.agent(), order.toString());
      assertEquals(State.CONNECTED, call.state(), order.toString());
      assertEquals(START.plusSeconds(33), call.times().connected(), order.toString());
    }
  }

  @Test
  void a_transferred_call_alerts_until_the_second_agent_takes_it() {
    Interaction call =
        after(
            List.of(
                new Step(Kind.OFFERED, ANA, 0),
                new Step(Kind.CONNECTED, ANA, 4),
                new Step(Kind.TRANSFERRED, BEN, 30)));
    assertEquals(State.ALERTING, call.state());
  }

  @Test
  void a_call_an_agent_finished_alerts_again_at_the_next_agent() {
    Interaction finished =
        after(List.of(new Step(Kind.CONNECTED, ANA, 0))).wrappedUp(null, START.plusSeconds(10));
    Interaction moved = hear(finished, new Step(Kind.TRANSFERRED, BEN, 20));
    assertEquals(State.CLOSED, finished.state());
    assertEquals(State.WRAP_UP, moved.state());
  }

  @Test
  void a_number_that_was_withheld_once_stays_unknown() {
    CallerLine hidden = CallerLine.nothing(Presentation.WITHHELD, START);
    CallerLine leaked = line(START.plusSeconds(1));
    assertEquals(hidden, hidden.heard(leaked));
    assertEquals(hidden, leaked.heard(hidden));
  }

  @Test
  void a_number_that_comes_late_takes_the_place_of_none() {
    CallerLine late = line(START.minusSeconds(5));
    assertEquals(late, CallerLine.nothing(Presentation.UNAVAILABLE, START).heard(late));
    assertEquals(late, late.heard(CallerLine.nothing(Presentation.UNAVAILABLE, START)));
  }

  private static CallerLine line(Instant at) {
    return new CallerLine(
        Presentation.ALLOWED,
        "+34911234567",
        "+34 911 23 45 67",
        "+34911234567",
        "+34911234567",
        false,
        at);
  }

  private static Interaction after(List<Step> steps) {
    Step first = steps.getFirst();
    Interaction call =
        Interaction.first(new UUID(0, 9), new UUID(0, 8), event(first.kind()), at(first));
    for (Step step : steps) {
      call = hear(call, step);
    }
    return call;
  }

  private static Interaction hear(Interaction call, Step step) {
    return call.heard(event(step.kind()), step.agent(), CallerLine.UNSAID, at(step));
  }

  private static Instant at(Step step) {
    return START.plusSeconds(step.second());
  }

  private static InboundEvent event(Kind kind) {
    return new InboundEvent(
        "pbx", "e", "c", kind, Channel.VOICE, Direction.INBOUND, null, null, null, null, START);
  }

  private static <T> List<List<T>> orders(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (T first : items) {
      List<T> rest = new ArrayList<>(items);
      rest.remove(first);
      for (List<T> tail : orders(rest)) {
        List<T> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }
}
