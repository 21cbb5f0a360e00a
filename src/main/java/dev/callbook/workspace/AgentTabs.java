package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.platform.Latencies;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// The open tabs of one agent. One thread at a time reads and sends, so that no tab is sent an
/// older state after a newer one; what changes meanwhile waits and is sent together.
final class AgentTabs {
  private static final Logger LOG = Logger.getLogger(AgentTabs.class);

  private final LivePages pages;
  private final Supplier<Optional<Access>> access;
  private final Predicate<String> isSignedIn;
  private final Latencies times;

  private final Set<Tab> tabs = new LinkedHashSet<>();
  private final Set<Tab> fresh = new LinkedHashSet<>();
  private final Set<UUID> changed = new HashSet<>();
  private boolean isBusy;

  /// Since when the oldest of what changed waits.
  private long changedAt;

  /// What one round has to do.
  private record Work(List<Tab> fresh, List<Tab> others, Set<UUID> changed, long changedAt) {}

  AgentTabs(
      LivePages pages,
      Supplier<Optional<Access>> access,
      Predicate<String> isSignedIn,
      Latencies times) {
    this.pages = pages;
    this.access = access;
    this.isSignedIn = isSignedIn;
    this.times = times;
  }

  /// The tab is sent nothing before [#begin].
  synchronized void add(Tab tab) {
    tabs.add(tab);
    fresh.add(tab);
  }

  synchronized void begin() {
    wake();
  }

  synchronized boolean removeAndIsEmpty(Tab tab) {
    tabs.remove(tab);
    fresh.remove(tab);
    return tabs.isEmpty();
  }

  synchronized void changed(UUID interaction) {
    if (changed.isEmpty()) {
      changedAt = System.nanoTime();
    }
    changed.add(interaction);
    wake();
  }

  /// Announcements may have been lost: every tab gets everything.
  synchronized void missed() {
    fresh.addAll(tabs);
    wake();
  }

  synchronized int count() {
    return tabs.size();
  }

  void beat() {
    for (Tab tab : snapshot()) {
      if (isSignedIn.test(tab.session())) {
        tab.emitter().emit(new Update.Beat());
      } else {
        tab.emitter().complete();
      }
    }
  }

  private synchronized List<Tab> snapshot() {
    return List.copyOf(tabs);
  }

  private void wake() {
    if (!isBusy) {
      isBusy = true;
      Thread.ofVirtual().name("workspace tabs").start(this::work);
    }
  }

  private void work() {
    for (Optional<Work> next = next(); next.isPresent(); next = next()) {
      try {
        send(next.get());
      } catch (RuntimeException fault) {
        // The tabs come back and read everything; they must not show a state that is no longer so.
        LOG.error("A workspace could not be read; its tabs reconnect", fault);
        snapshot().forEach(tab -> tab.emitter().complete());
      }
    }
  }

  private synchronized Optional<Work> next() {
    boolean isIdle = fresh.isEmpty() && (changed.isEmpty() || tabs.isEmpty());
    if (isIdle) {
      changed.clear();
      isBusy = false;
      return Optional.empty();
    }
    List<Tab> others = tabs.stream().filter(tab -> !fresh.contains(tab)).toList();
    Work work = new Work(List.copyOf(fresh), others, Set.copyOf(changed), changedAt);
    fresh.clear();
    changed.clear();
    return Optional.of(work);
  }

  private void send(Work work) {
    Optional<Access> holder = access.get();
    if (holder.isEmpty()) {
      snapshot().forEach(tab -> tab.emitter().complete());
      return;
    }
    List<Tab> fresh = signedIn(work.fresh());
    List<Tab> others = signedIn(work.others());
    if (!fresh.isEmpty()) {
      pages.send(holder.get(), fresh, null);
    }
    if (!others.isEmpty() && !work.changed().isEmpty()) {
      pages.send(holder.get(), others, work.changed());
      times.add(System.nanoTime() - work.changedAt());
    }
  }

  private List<Tab> signedIn(List<Tab> all) {
    return all.stream()
        .filter(tab -> {
          boolean stays = isSignedIn.test(tab.session());
          if (!stays) {
            tab.emitter().complete();
          }
          return stays;
        })
        .toList();
  }
}
