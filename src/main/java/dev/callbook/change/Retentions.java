package dev.callbook.change;

import dev.callbook.access.Actor;
import dev.callbook.access.Divisions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes.Step;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How long each organization's log keeps what entries are about, and the forgetting of it.
@ApplicationScoped
public class Retentions {
  private static final int BATCH = 5_000;

  private final RetentionStore store;
  private final Changes changes;
  private final Divisions divisions;
  private final Clock clock;

  Retentions(RetentionStore store, Changes changes, Divisions divisions, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.divisions = divisions;
    this.clock = clock;
  }

  public Retention get(Scope scope) {
    return store.find(scope).orElse(Retention.DEFAULT);
  }

  /// @throws Invalid naming `days`
  @Transactional
  public void set(Scope scope, Retention wanted) {
    if (wanted.days() < Retention.LEAST || wanted.days() > Retention.MOST) {
      throw new Invalid(
          "days",
          "invalid.value",
          "days must be a whole number from " + Retention.LEAST + " to " + Retention.MOST + ".",
          new Problem.OutOfRange(Retention.LEAST, Retention.MOST));
    }
    Retention before = get(scope);
    store.put(scope, wanted);
    changes.record(
        scope,
        List.of(
            new Step(Subject.SETTING, scope.orgKey(), null, 1, fields(before), fields(wanted))));
  }

  private static Map<String, Object> fields(Retention retention) {
    return Map.of("auditRetentionDays", retention.days());
  }

  /// Forgets the next of what is too old, the oldest first.
  ///
  /// @return whether there may be more
  @Transactional
  boolean forgetSome(OrgId org) {
    Scope scope =
        new Scope(
            org, new Actor.Itself(), Origin.SYSTEM, Permission.SETTINGS_EDIT, divisions.all(org));
    Instant before = clock.instant().minus(Duration.ofDays(get(scope).days()));
    Optional<UUID> last = store.next(scope, Ids.lowestAt(before), BATCH);
    last.ifPresent(id -> store.forget(scope, id));
    return last.isPresent();
  }
}
