package dev.callbook.demo;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.interaction.Channel;
import dev.callbook.interaction.InboundEvent;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Interaction.State;
import dev.callbook.interaction.Interactions;
import dev.callbook.interaction.Sources;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Makes calls that nobody makes and reports them as a switchboard does: they alert, are answered
/// or abandoned, and end.
@ApplicationScoped
class Switchboard {
  private static final Logger LOG = Logger.getLogger(Switchboard.class);

  /// What an agent has on the screen at most; the oldest that are over are finished for them.
  private static final int MAX_OPEN = 8;

  private static final int MAX_READ = 100;

  /// Longer than any call lasts: what is older was cut off by the end of a process.
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private static final Duration UNTIL_TOLD = Duration.ofSeconds(3);

  private final Interactions interactions;
  private final Sources sources;
  private final Casting casting;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("demo calls").factory());

  Switchboard(Interactions interactions, Sources sources, Casting casting, Clock clock) {
    this.interactions = interactions;
    this.sources = sources;
    this.casting = casting;
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  /// Has somebody call, and lets the call take its course.
  ///
  /// @param access of the agent at whom it alerts
  /// @param id of the call; the same again is the same call
  void ring(Access access, Situation situation, String id) {
    tidy(access);
    SplittableRandom dice = Dice.of(id, 0);
    CallPlan plan =
        new CallPlan(
            id,
            access.actor(),
            casting.find(access, situation, dice),
            Dice.pick(dice, CallPlan.QUEUES));
    interactions.report(access.org(), plan.offered(clock.instant()));
    letHappen(access, plan, dice);
  }

  private void letHappen(Access access, CallPlan plan, SplittableRandom dice) {
    boolean isAbandoned = !plan.isMessage() && Dice.chance(dice, 15);
    Duration taken = Duration.ofSeconds(dice.nextInt(6, 10));
    if (plan.party().isLate()) {
      later(access, UNTIL_TOLD, plan::told);
    }
    if (isAbandoned) {
      later(access, taken.multipliedBy(2), plan::ended);
    } else {
      later(access, taken, now -> answered(access, plan, now));
      later(access, taken.plusSeconds(dice.nextInt(30, 90)), plan::ended);
    }
  }

  /// Nobody is on two telephones: who takes a call has hung up on the one before.
  private InboundEvent answered(Access access, CallPlan plan, Instant now) {
    if (!plan.isMessage()) {
      ofOurs(access)
          .filter(call -> call.state() == State.CONNECTED && call.channel() == Channel.VOICE)
          .forEach(call -> interactions.report(access.org(), cutOff(access, call, now)));
    }
    return plan.connected(now);
  }

  private interface Step {
    InboundEvent at(Instant now);
  }

  private void later(Access access, Duration delay, Step step) {
    try {
      var _ = timer.schedule(() -> happen(access, step), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      // The server ends; whoever tidies next ends the call.
    }
  }

  private void happen(Access access, Step step) {
    try {
      interactions.report(access.org(), step.at(clock.instant()));
    } catch (RuntimeException fault) {
      LOG.warnf("A simulated call could not go on: %s", fault.getClass().getSimpleName());
    }
  }

  /// How many interactions of any kind wait for this agent.
  int open(Access access) {
    return openOf(access).size();
  }

  /// Ends what was cut off, and finishes the oldest of what is over where there is too much of it.
  private void tidy(Access access) {
    List<Interaction> open = ofOurs(access).toList();
    Instant now = clock.instant();
    open.stream()
        .filter(call -> call.state() != State.WRAP_UP)
        .filter(call -> call.times().started().plus(LONGEST).isBefore(now))
        .forEach(call -> interactions.report(access.org(), cutOff(access, call, now)));
    Scope scope = access.scope(Permission.WORKSPACE_USE, Origin.SYSTEM);
    open.stream()
        .filter(call -> call.state() == State.WRAP_UP)
        .limit(Math.max(0, open.size() - MAX_OPEN + 1))
        .forEach(call -> interactions.finish(scope, call.id(), null));
  }

  private static InboundEvent cutOff(Access access, Interaction call, Instant now) {
    CallPlan.Party nobody =
        new CallPlan.Party(call.channel(), CallPlan.Party.withheld().from(), true);
    return new CallPlan(call.externalId(), access.actor(), nobody, CallPlan.QUEUES.getFirst())
        .ended(now);
  }

  private Stream<Interaction> ofOurs(Access access) {
    UUID source = sources.named(access.org(), CallPlan.SOURCE).id();
    return openOf(access).stream().filter(call -> call.source().equals(source));
  }

  private List<Interaction> openOf(Access access) {
    UUID agent = Objects.requireNonNull(access.actor().idOrNull());
    return interactions.open(
        access.scope(Permission.WORKSPACE_USE, Origin.SYSTEM), agent, MAX_READ);
  }
}
