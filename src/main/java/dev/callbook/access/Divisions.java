package dev.callbook.access;

import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The divisions of an organization.
@ApplicationScoped
public class Divisions {
  private final OrgStore store;
  private final AccessStore access;
  private final Admissions admissions;
  private final Event<AccessChange> changes;
  private final Ids ids;
  private final Clock clock;

  Divisions(
      OrgStore store,
      AccessStore access,
      Admissions admissions,
      Event<AccessChange> changes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.access = access;
    this.admissions = admissions;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of them, the starred one included, by name.
  public List<Division> all(OrgId org) {
    return access.divisions(org);
  }

  /// The same rights in every division, wherever they were granted: what `viewAll` permissions
  /// mean.
  public Scope everywhere(Scope scope) {
    return new Scope(
        scope.org(), scope.actor(), scope.origin(), scope.permission(), all(scope.org()));
  }

  /// @throws Invalid naming `name`
  /// @throws Conflict if the name is taken
  @Transactional
  public Division add(Scope scope, String name) {
    if (name.isBlank() || name.length() > 200) {
      throw new Invalid("name", "required", "Enter a name of 1 to 200 characters.");
    }
    Division division = new Division(new DivisionId(ids.next()), name.strip(), Division.Kind.PLAIN);
    if (!store.addDivision(scope.org(), division, clock.instant())) {
      throw new Conflict("name", "Another division has this name.");
    }
    changes.fire(
        new AccessChange(
            scope.org(),
            scope.actor(),
            scope.origin(),
            "division",
            division.id().value(),
            1,
            Map.of(),
            Map.of("name", division.name())));
    admissions.changed(scope.org());
    return division;
  }
}
