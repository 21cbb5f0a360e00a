package dev.callbook.externalsource;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.externalsource.ExternalSource.Details;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rules of external sources. One that was removed is gone for everybody who asks, but the
/// records that point at it keep what it called them: its row stays.
@ApplicationScoped
public class ExternalSources {
  private static final String KIND = "external source";

  private final ExternalSourceStore store;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  ExternalSources(ExternalSourceStore store, Changes changes, Ids ids, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// What part of the list is wanted.
  ///
  /// @param beginning of the name, whatever the case; empty for all
  /// @param active only those in use, or only those that are not; empty for both
  /// @param after the [Listed#place] that the page follows; empty for the first page
  record Query(String beginning, Optional<Boolean> active, Optional<String> after, int maxRows) {}

  /// @param place where it stands in the list
  record Listed(ExternalSource source, String place) {}

  /// @throws NotFound if there is none
  ExternalSource get(Scope scope, UUID id) {
    return store.find(scope, Set.of(id)).stream().findFirst().orElseThrow(() -> absent(id));
  }

  /// Those that are there, by id.
  public Map<UUID, ExternalSource> find(Scope scope, Collection<UUID> wanted) {
    return wanted.isEmpty()
        ? Map.of()
        : store.find(scope, wanted).stream()
            .collect(Collectors.toUnmodifiableMap(ExternalSource::id, Function.identity()));
  }

  /// In the order of their names; one more than `maxRows` if there are more.
  List<Listed> list(Scope scope, Query query) {
    return store.list(scope, query);
  }

  /// Those in use, in the order of their names.
  public List<ExternalSource> inUse(Scope scope) {
    return store.inUse(scope);
  }

  /// The names of those in use, in order.
  public List<String> names(Scope scope) {
    return store.names(scope);
  }

  /// The source of that name, whatever its case; made where there is none.
  @Transactional
  public UUID named(Scope scope, String name) {
    ExternalSource wanted = made(new Details(name, true, null));
    // Whoever had the name may be removed between the two statements: then it is free.
    while (!store.insert(scope, wanted, clock.instant())) {
      Optional<UUID> known = store.byName(scope, name);
      if (known.isPresent()) {
        return known.get();
      }
    }
    record(scope, null, wanted);
    return wanted.id();
  }

  /// @throws Conflict naming `name` if another has it
  @Transactional
  ExternalSource add(Scope scope, Details details) {
    ExternalSource added = made(details);
    if (!store.insert(scope, added, clock.instant())) {
      throw taken();
    }
    record(scope, null, added);
    return added;
  }

  /// @param seenVersion the version the caller last read; empty if they do not care
  /// @throws NotFound if there is none
  /// @throws Outdated if someone else changed it since `seenVersion`
  /// @throws Conflict naming `name` if another has it
  @Transactional
  ExternalSource correct(
      Scope scope, UUID id, OptionalInt seenVersion, UnaryOperator<Details> edit) {
    ExternalSource before = store.lock(scope, id).orElseThrow(() -> absent(id));
    if (seenVersion.isPresent() && seenVersion.getAsInt() != before.version()) {
      throw new Outdated(KIND, id);
    }
    Details details = edit.apply(before.details());
    if (details.equals(before.details())) {
      return before;
    }
    ExternalSource after = before.with(details);
    if (!store.update(scope, after)) {
      throw taken();
    }
    record(scope, before, after);
    return after;
  }

  /// @throws NotFound if there is none
  @Transactional
  void remove(Scope scope, UUID id) {
    ExternalSource gone = store.lock(scope, id).orElseThrow(() -> absent(id));
    store.remove(scope, id, clock.instant());
    record(scope, gone, null);
  }

  private ExternalSource made(Details details) {
    return new ExternalSource(ids.next(), details, 1);
  }

  private void record(
      Scope scope, @Nullable ExternalSource before, @Nullable ExternalSource after) {
    ExternalSource any = after == null ? Objects.requireNonNull(before) : after;
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.EXTERNAL_SOURCE,
                any.id(),
                null,
                any.version(),
                before == null ? null : before.details(),
                after == null ? null : after.details())));
  }

  private static NotFound absent(UUID id) {
    return new NotFound(KIND, id);
  }

  private static Conflict taken() {
    return new Conflict("name", "Another external source has this name.");
  }
}
