package dev.callbook.numberbench;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.interaction.EventSource;
import dev.callbook.lookup.CallerMatch;
import dev.callbook.lookup.Lookup;
import dev.callbook.phone.Callers;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Explanation;
import dev.callbook.phone.Presentation;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tries numbers as sources send them, through the same reading and the same look-up as a call.
@ApplicationScoped
class NumberBench {
  static final int LONGEST = 100;
  static final int MOST_KEPT = 200;

  private final Callers callers;
  private final Lookup lookup;
  private final KeptNumberStore store;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  NumberBench(
      Callers callers,
      Lookup lookup,
      KeptNumberStore store,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.callers = callers;
    this.lookup = lookup;
    this.store = store;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param agent what the agent may see
  Trial attempt(Scope agent, String sent, Presentation presentation, DialPlan plan) {
    long start = System.nanoTime();
    Explanation explanation = callers.explain(sent, presentation, plan);
    long read = System.nanoTime();
    CallerMatch match = lookup.find(agent, explanation.caller());
    long found = System.nanoTime();
    return new Trial(
        explanation, match, Duration.ofNanos(read - start), Duration.ofNanos(found - read));
  }

  /// What a number is read as.
  Reading read(String sent, DialPlan plan) {
    return Reading.of(callers.identify(sent, Presentation.ALLOWED, plan));
  }

  /// A source's kept numbers, the oldest first.
  List<KeptNumber> kept(Scope scope, EventSource source) {
    return store.of(scope, source.id());
  }

  /// Keeps a number with what the source's rules read it as now.
  ///
  /// @throws Invalid naming `number` if it is empty or too long, or the source has 200 already
  @Transactional
  void keep(Scope scope, EventSource source, String sent) {
    String text = sent.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new Invalid("number", "required", "Enter a number of 1 to 100 characters.");
    }
    if (store.of(scope, source.id()).size() >= MOST_KEPT) {
      throw new Invalid(
          "number", "too.many", "A source keeps 200 numbers at most. Remove one first.");
    }
    KeptNumber number = new KeptNumber(ids.next(), text, read(text, source.plan()));
    store.put(scope, source.id(), number, clock.instant());
    record(scope, source, Map.of(), fields(number));
  }

  /// @throws NotFound if the source keeps no such number
  @Transactional
  void forget(Scope scope, EventSource source, UUID id) {
    KeptNumber number =
        store.of(scope, source.id()).stream()
            .filter(kept -> kept.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("kept number", id));
    store.remove(scope, source.id(), id);
    record(scope, source, fields(number), Map.of());
  }

  private static Map<String, Object> fields(KeptNumber number) {
    return Map.of("keptNumber", number.sent(), "readAs", number.expected().value());
  }

  private void record(
      Scope scope, EventSource source, Map<String, Object> before, Map<String, Object> after) {
    changes.record(
        scope,
        List.of(new Step(Subject.SOURCE, source.id(), null, source.version(), before, after)));
  }
}
