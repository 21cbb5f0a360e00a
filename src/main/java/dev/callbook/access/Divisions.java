package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The divisions of an organization.
@ApplicationScoped
public class Divisions {
  /// The most an organization may have.
  public static final int MOST = 1_000;

  private final DivisionStore store;
  private final AccessStore access;
  private final GrantStore grants;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Event<DivisionCensus> censuses;
  private final Ids ids;
  private final Clock clock;

  Divisions(
      DivisionStore store,
      AccessStore access,
      GrantStore grants,
      Admissions admissions,
      Event<AccessChange> changes,
      Event<DivisionCensus> censuses,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.access = access;
    this.grants = grants;
    this.admissions = admissions;
    this.changes = changes;
    this.censuses = censuses;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of them, the starred one included, by name.
  public List<Division> all(OrgId org) {
    return access.divisions(org);
  }

  /// The same right in every division, wherever it is held: for the few operations that look across
  /// all of them.
  public Scope everywhere(Scope scope) {
    return new Scope(
        scope.org(), scope.actor(), scope.origin(), scope.permission(), all(scope.org()));
  }

  /// The same with their descriptions, without the starred one.
  public List<DivisionEntry> entries(OrgId org) {
    return store.all(org, false).stream()
        .filter(entry -> entry.division().kind() != Division.Kind.STARRED)
        .toList();
  }

  /// Those that were removed, by name.
  public List<DivisionEntry> removed(Scope scope) {
    return store.all(scope.org(), true);
  }

  /// @throws NotFound if the organization has no such division
  public DivisionEntry get(OrgId org, DivisionId id) {
    return store.find(org, id).orElseThrow(() -> new NotFound("division", id.value()));
  }

  /// As [#add(Scope, String, String)], without a description.
  @Transactional
  public Division add(Scope scope, String name) {
    return add(scope, name, null).division();
  }

  /// @throws Invalid naming `name` or `description`
  /// @throws Conflict if the name is taken, or there are as many as there may be
  @Transactional
  public DivisionEntry add(Scope scope, String name, @Nullable String description) {
    Texts.check(name, description);
    DivisionEntry entry =
        new DivisionEntry(
            new Division(new DivisionId(ids.next()), name.strip(), Division.Kind.PLAIN),
            Texts.clean(description));
    store.lock(scope.org());
    refuseTooMany(scope);
    if (!store.add(scope.org(), entry, clock.instant())) {
      throw taken();
    }
    record(scope, entry.division().id(), Map.of(), entry.fields());
    return entry;
  }

  private void refuseTooMany(Scope scope) {
    if (entries(scope.org()).size() >= MOST) {
      throw new Conflict(
          "name",
          "There are " + MOST + " divisions, and no more can be added.",
          new Problem.TooMany(MOST));
    }
  }

  private static Conflict taken() {
    return new Conflict("name", "Another division has this name.");
  }

  /// Changes name and description.
  ///
  /// @throws Invalid naming `name` or `description`
  /// @throws Conflict if the name is taken, or it is the starred division
  @Transactional
  public DivisionEntry correct(
      Scope scope, DivisionId id, String name, @Nullable String description) {
    store.lock(scope.org());
    DivisionEntry before = get(scope.org(), id);
    Texts.check(name, description);
    if (before.division().kind() == Division.Kind.STARRED) {
      throw fixed("The division * cannot be changed.");
    }
    DivisionEntry after =
        new DivisionEntry(
            new Division(id, name.strip(), before.division().kind()), Texts.clean(description));
    if (after.equals(before)) {
      return before;
    }
    if (!store.update(scope.org(), id, after.division().name(), after.description())) {
      throw taken();
    }
    record(scope, id, before.fields(), after.fields());
    return after;
  }

  private static Conflict fixed(String message) {
    return new Conflict("divisionId", message, new Problem.Fixed());
  }

  /// What a division holds, by kind in the plural, counted to [DivisionCensus#MOST].
  public Map<String, Long> contents(Access asker, Division division) {
    return contents(
        new Scope(
            asker.org(), asker.actor(), Origin.API, Permission.DIVISION_VIEW, List.of(division)));
  }

  private Map<String, Long> contents(Scope division) {
    DivisionCensus census = new DivisionCensus(division);
    censuses.fire(census);
    return census.found();
  }

  /// Removes an empty division. It can be restored.
  ///
  /// @param withGrants whether roles granted in it go too; otherwise they hold it
  /// @throws Conflict naming how many of what it still holds; or if it is the home division or the
  ///   starred one
  @Transactional
  public void remove(Scope scope, DivisionId id, boolean withGrants) {
    store.lock(scope.org());
    DivisionEntry entry = get(scope.org(), id);
    if (entry.division().kind() != Division.Kind.PLAIN) {
      throw fixed("The home division and the division * cannot be removed.");
    }
    List<String> held = new ArrayList<>();
    contents(
            new Scope(
                scope.org(),
                scope.actor(),
                scope.origin(),
                scope.permission(),
                List.of(entry.division())))
        .forEach((kind, count) -> held.add(atMost(count) + " " + kind));
    int granted = grants.countIn(scope.org(), id);
    if (granted > 0 && !withGrants) {
      held.add(granted + " grants of roles");
    }
    if (!held.isEmpty()) {
      throw new Conflict(
          "divisionId",
          "The division still holds " + held.stream().collect(Collectors.joining(", ")) + ".",
          new Problem.Fixed());
    }
    grants.removeAllIn(scope.org(), id);
    store.setRemoved(scope.org(), id, clock.instant());
    record(scope, id, entry.fields(), Map.of());
  }

  private static String atMost(long count) {
    return count >= DivisionCensus.MOST ? DivisionCensus.MOST + " or more" : String.valueOf(count);
  }

  /// Brings a removed division back, without the roles that were granted in it.
  ///
  /// @throws NotFound if no such division was removed
  /// @throws Conflict if its name was taken meanwhile, or there are as many as there may be
  @Transactional
  public DivisionEntry restore(Scope scope, DivisionId id) {
    store.lock(scope.org());
    DivisionEntry entry =
        removed(scope).stream()
            .filter(gone -> gone.division().id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("division", id.value()));
    refuseTooMany(scope);
    if (!store.setRemoved(scope.org(), id, null)) {
      throw taken();
    }
    record(scope, id, Map.of(), entry.fields());
    return entry;
  }

  private void record(
      Scope scope, DivisionId id, Map<String, Object> before, Map<String, Object> after) {
    changes.fire(
        new AccessChange(
            scope.org(), scope.actor(), scope.origin(), "division", id.value(), 1, before, after));
    admissions.changed(scope.org());
  }
}
