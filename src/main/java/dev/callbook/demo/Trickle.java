package dev.callbook.demo;

import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Permission;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.DemoSettings;
import dev.callbook.workspace.Tabs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Calls that come in by themselves: one in each half minute, 20 to 40 seconds apart, for each
/// agent who has the workspace open, until three wait for them.
///
/// Every node does this for the tabs open on it. A call's id is made of the agent and the half
/// minute, so that an agent with tabs on two nodes gets it once.
@ApplicationScoped
class Trickle {
  private static final Logger LOG = Logger.getLogger(Trickle.class);
  private static final String TOPIC = "demo";
  private static final long SLOT_MILLIS = Duration.ofSeconds(30).toMillis();
  private static final int LATEST_MILLIS = 10_000;
  private static final int MAX_WAITING = 3;

  private final DemoSettings settings;
  private final DemoCompany company;
  private final Tabs tabs;
  private final Admissions admissions;
  private final Switchboard switchboard;
  private final Announcements announcements;
  private final Clock clock;
  private final Map<UUID, Boolean> switched = new ConcurrentHashMap<>();
  private final Map<UUID, Long> lastSlots = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("demo trickle").factory());

  Trickle(
      DemoSettings settings,
      DemoCompany company,
      Tabs tabs,
      Admissions admissions,
      Switchboard switchboard,
      Announcements announcements,
      Clock clock) {
    this.settings = settings;
    this.company = company;
    this.tabs = tabs;
    this.admissions = admissions;
    this.switchboard = switchboard;
    this.announcements = announcements;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!settings.on()) {
      return;
    }
    announcements.subscribe(TOPIC, this::heard, () -> {});
    var _ = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  /// Whether calls come in by themselves for this agent.
  boolean isOn(UUID agent) {
    return switched.getOrDefault(agent, settings.calls());
  }

  /// Lets calls come in for an agent, or holds them back, on every node until the last one ends.
  void set(UUID agent, boolean on) {
    announcements.publish(TOPIC, agent + (on ? " on" : " off"));
  }

  void heard(String announcement) {
    String[] parts = announcement.split(" ", 2);
    UUID agent = UUID.fromString(parts[0]);
    switched.put(agent, parts[1].equals("on"));
  }

  private void look() {
    try {
      if (!tabs.agents().isEmpty()) {
        company.find().ifPresent(this::turn);
      }
    } catch (RuntimeException fault) {
      LOG.warnf("No simulated calls for now: %s", fault.getClass().getSimpleName());
    }
  }

  /// Looks once at every agent whose workspace is open here, and has somebody call those whose time
  /// has come.
  synchronized void turn(OrgId org) {
    long now = clock.millis();
    long slot = now / SLOT_MILLIS;
    for (Tabs.Agent agent : tabs.agents()) {
      boolean isDue =
          agent.org().equals(org)
              && isOn(agent.user())
              && lastSlots.getOrDefault(agent.user(), -1L) < slot
              && now % SLOT_MILLIS >= Dice.of(id(agent, slot), 1).nextInt(LATEST_MILLIS);
      if (isDue) {
        lastSlots.put(agent.user(), slot);
        admissions
            .accessOf(org, agent.user())
            .filter(access -> access.may(Permission.CONTACT_VIEW))
            .ifPresent(access -> call(access, id(agent, slot)));
      }
    }
  }

  private void call(Access access, String id) {
    if (switchboard.open(access) < MAX_WAITING) {
      SplittableRandom dice = Dice.of(id, 2);
      switchboard.ring(access, Situation.of(dice.nextInt(100)), id);
    }
  }

  private static String id(Tabs.Agent agent, long slot) {
    return "trickle " + agent.user() + " " + slot;
  }
}
