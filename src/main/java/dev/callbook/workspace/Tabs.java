package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Permission;
import dev.callbook.change.Changes;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Interactions;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.Timings;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Every workspace tab that is open on this node. A tab is sent what its own agent may see, and
/// nothing of other agents.
///
/// An open tab costs an entry here and a connection, no thread. What it shows is read anew whenever
/// an announcement says that something changed, whichever node changed it.
@ApplicationScoped
public class Tabs {
  private static final Logger LOG = Logger.getLogger(Tabs.class);

  /// Proxies give silent connections up after a minute, some after half of one.
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /// Somebody who has the workspace open.
  public record Agent(OrgId org, UUID user) {}

  private final Map<Agent, AgentTabs> open = new ConcurrentHashMap<>();
  private final Admissions admissions;
  private final Announcements announcements;
  private final Interactions interactions;
  private final LivePages pages;
  private final Timings timings;

  Tabs(
      Admissions admissions,
      Announcements announcements,
      Interactions interactions,
      LivePages pages,
      Timings timings) {
    this.admissions = admissions;
    this.announcements = announcements;
    this.interactions = interactions;
    this.pages = pages;
    this.timings = timings;
  }

  void start(@Observes StartupEvent event) {
    announcements.subscribe(Interactions.TOPIC, this::changed, this::missed);
    announcements.subscribe(Changes.TOPIC, this::recordsChanged, this::missed);
    Multi.createFrom()
        .ticks()
        .every(HEARTBEAT)
        .onOverflow()
        .drop()
        .subscribe()
        .with(
            _ -> open.values().forEach(AgentTabs::beat),
            fault -> LOG.error("Heartbeats of workspace tabs ended", fault));
  }

  /// What one tab is sent: at first everything, then what changes.
  ///
  /// @param session the tab's session; when it ends, so does the stream
  /// @param locale the tab's language
  Multi<Update> stream(Access access, String session, Object locale) {
    Agent agent = new Agent(access.org(), Objects.requireNonNull(access.actor().idOrNull()));
    return Multi.createFrom()
        .emitter(
            emitter -> {
              Tab tab = new Tab(emitter, session, locale);
              emitter.onTermination(() -> close(agent, tab));
              // Reads only once announcements find it: what came between would be lost.
              register(agent, tab).begin();
            },
            Tab.MAX_WAITING);
  }

  private AgentTabs register(Agent agent, Tab tab) {
    return open.compute(
        agent,
        (_, known) -> {
          AgentTabs tabs =
              known == null
                  ? new AgentTabs(
                      pages, () -> access(agent), admissions::isSignedIn, timings.screen())
                  : known;
          tabs.add(tab);
          return tabs;
        });
  }

  private Optional<Access> access(Agent agent) {
    return admissions
        .accessOf(agent.org(), agent.user())
        .filter(access -> access.may(Permission.WORKSPACE_USE));
  }

  private void close(Agent agent, Tab tab) {
    open.computeIfPresent(agent, (_, tabs) -> tabs.removeAndIsEmpty(tab) ? null : tabs);
  }

  private void changed(String announcement) {
    String[] parts = announcement.split(" ", 3);
    Agent agent = new Agent(new OrgId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    AgentTabs tabs = open.get(agent);
    if (tabs != null) {
      tabs.changed(UUID.fromString(parts[2]));
    }
  }

  /// A record that a card shows may have become another. Whoever announces is not made to wait for
  /// the screens.
  private void recordsChanged(String announcement) {
    String[] parts = announcement.split(" ", -1);
    OrgId org = new OrgId(UUID.fromString(parts[0]));
    if (open.keySet().stream().noneMatch(agent -> agent.org().equals(org))) {
      return;
    }
    if (parts[1].equals("removed")) {
      // Nothing leads from a removed record to the calls that were its own.
      open.forEach((agent, tabs) -> {
        if (agent.org().equals(org)) {
          tabs.missed();
        }
      });
      return;
    }
    List<UUID> records = Stream.of(parts).skip(2).map(UUID::fromString).toList();
    Thread.ofVirtual().name("workspace records").start(() -> refresh(org, records));
  }

  private void refresh(OrgId org, List<UUID> records) {
    for (Interaction shown : interactions.openWith(org, records)) {
      AgentTabs tabs = open.get(new Agent(org, Objects.requireNonNull(shown.agent())));
      if (tabs != null) {
        tabs.changed(shown.id());
      }
    }
  }

  private void missed() {
    open.values().forEach(AgentTabs::missed);
  }

  /// Whoever has a tab open on this node.
  public Set<Agent> agents() {
    return Set.copyOf(open.keySet());
  }

  /// How many tabs are open here.
  int count() {
    return open.values().stream().mapToInt(AgentTabs::count).sum();
  }
}
