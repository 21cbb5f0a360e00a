package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.access.Scope;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// How many callers were recognized, day by day in UTC, and who was not.
///
/// A chore counts every few minutes and keeps the sums, so that a page need not read the calls of a
/// week; what came since is counted when a page asks, as far as it is not much. A day's calls are
/// those that Callbook heard of on it.
@ApplicationScoped
public class CallFigures {
  /// How many days are kept counted.
  public static final int DAYS = 14;

  /// Over how many days unknown callers are counted.
  public static final int CALLER_DAYS = 7;

  /// The most calls that a page counts by itself.
  static final int UNCOUNTED = 4_000;

  private static final int KEPT_CALLERS = 100;
  private static final int ASKED_CALLERS = 40;

  /// A day's inbound calls and messages.
  ///
  /// @param matched one contact had the number
  /// @param several more than one had it
  /// @param unknown nobody had it
  /// @param withheld there was no number
  public record Day(LocalDate day, long matched, long several, long unknown, long withheld) {
    public long all() {
      return matched + several + unknown + withheld;
    }

    /// The share that was recognized, of those that had a number; empty where there was none.
    public Optional<Double> recognized() {
      long told = matched + several + unknown;
      return told == 0 ? Optional.empty() : Optional.of((double) (matched + several) / told);
    }

    Day plus(Day other) {
      return new Day(
          day,
          matched + other.matched,
          several + other.several,
          unknown + other.unknown,
          withheld + other.withheld);
    }
  }

  /// A number that called and belongs to nobody.
  ///
  /// @param last the newest of its calls
  public record Stranger(long calls, Interaction last) {}

  /// A number that belonged to nobody, counted.
  record Counted(String lookupKey, long calls, UUID last) {}

  private final CallFigureStore store;
  private final InteractionStore interactions;
  private final Clock clock;

  CallFigures(CallFigureStore store, InteractionStore interactions, Clock clock) {
    this.store = store;
    this.interactions = interactions;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static UUID start(LocalDate day) {
    return Ids.lowestAt(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static UUID end(LocalDate day) {
    return start(day.plusDays(1));
  }

  /// The days up to today, each once, the oldest first.
  public List<Day> days(Scope scope, int howMany) {
    LocalDate today = today();
    Map<LocalDate, Day> counted = new HashMap<>();
    store
        .days(scope.org(), today.minusDays(howMany - 1L))
        .forEach(day -> counted.put(day.day(), day));
    Day since = store.count(scope.org(), today, uncounted(scope, today), end(today), UNCOUNTED);
    counted.merge(today, since, Day::plus);
    List<Day> days = new ArrayList<>();
    for (int i = howMany - 1; i >= 0; i--) {
      LocalDate day = today.minusDays(i);
      days.add(counted.getOrDefault(day, new Day(day, 0, 0, 0, 0)));
    }
    return days;
  }

  /// Where today's calls begin that are in no sum yet.
  private UUID uncounted(Scope scope, LocalDate today) {
    UUID start = start(today);
    return store
        .countedTo(scope.org())
        .map(CallFigures::after)
        .filter(next -> next.toString().compareTo(start.toString()) > 0)
        .orElse(start);
  }

  /// The numbers that called most in the last seven days and belong to nobody still, whoever asks.
  public List<Stranger> strangers(Scope scope, int maxRows) {
    OrgId org = scope.org();
    Map<String, Counted> all = new HashMap<>();
    store.callers(org).forEach(one -> all.put(one.lookupKey(), one));
    LocalDate today = today();
    store
        .countCallers(org, uncounted(scope, today), end(today), UNCOUNTED, KEPT_CALLERS)
        .forEach(one -> all.merge(one.lookupKey(), one, CallFigures::sum));
    List<Counted> most =
        all.values().stream()
            .sorted(
                Comparator.comparingLong(Counted::calls)
                    .thenComparing(one -> one.last().toString())
                    .reversed())
            .limit(ASKED_CALLERS)
            .toList();
    Set<String> held =
        new HashSet<>(store.held(org, most.stream().map(Counted::lookupKey).toList()));
    List<Counted> unknown =
        most.stream().filter(one -> !held.contains(one.lookupKey())).limit(maxRows).toList();
    Map<UUID, Interaction> last =
        interactions.find(org, unknown.stream().map(Counted::last).toList());
    return unknown.stream()
        .filter(one -> last.containsKey(one.last()))
        .map(one ->
            new Stranger(one.calls(), java.util.Objects.requireNonNull(last.get(one.last()))))
        .toList();
  }

  private static Counted sum(Counted older, Counted newer) {
    return new Counted(older.lookupKey(), older.calls() + newer.calls(), newer.last());
  }

  /// The call of an id; empty if there is none, or it came without a number.
  public Optional<Interaction> call(Scope scope, UUID id) {
    return interactions.find(scope.org(), id).filter(call -> call.caller().e164() != null);
  }

  /// Counts one organization's calls.
  @Transactional
  void count(OrgId org) {
    UUID last = store.newest(org).orElse(null);
    if (last == null) {
      return;
    }
    LocalDate today = today();
    Set<LocalDate> settled = new HashSet<>();
    store.days(org, today.minusDays(DAYS)).forEach(day -> settled.add(day.day()));
    // What a call is found to be may change a while after it came.
    settled.remove(today);
    settled.remove(today.minusDays(1));
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = today.minusDays(i);
      if (!settled.contains(day)) {
        store.put(org, store.count(org, day, start(day), earlier(end(day), after(last)), null));
      }
    }
    Instant week = clock.instant().minus(Duration.ofDays(CALLER_DAYS));
    store.replaceCallers(
        org, store.countCallers(org, Ids.lowestAt(week), after(last), null, KEPT_CALLERS));
    store.setCountedTo(org, last);
  }

  /// The next possible id.
  private static UUID after(UUID id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
  }

  private static UUID earlier(UUID a, UUID b) {
    return a.toString().compareTo(b.toString()) < 0 ? a : b;
  }
}
