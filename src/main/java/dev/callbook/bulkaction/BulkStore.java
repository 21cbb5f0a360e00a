package dev.callbook.bulkaction;

import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import dev.callbook.directory.Selection;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Actions in SQL, as people see them: whoever may see all that an action could see sees it, and
/// nobody else.
@ApplicationScoped
class BulkStore {
  private static final String SELECT =
      """
      select id, kind, selection, target_division, actor_kind, actor_id, actor_name, state, reason, counts, phase_started_at,
             created_at, finished_at
        from bulk_action
       where org_id = :org
         and divisions <@ cast(:divisions as uuid[])
         and kind = any(:kinds)
      """;

  private final Jdbi jdbi;
  private final Rows json;

  BulkStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// @param seen what its owner can see
  /// @param may where they may do it
  void add(Scope seen, Scope may, BulkAction action) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into bulk_action (org_id, id, kind, selection, target_division, divisions, may_divisions, actor_kind, actor_id,
                                         actor_name, state, phase_started_at, created_at)
                values (:org, :id, :kind, cast(:selection as jsonb), :target, :divisions, :may, :actorKind, :actor, :actorName,
                        :state, :created, :created)
                """)
            .bind("org", seen.orgKey())
            .bind("id", action.id())
            .bind("kind", action.kind().word())
            .bind("selection", json.writeOne(action.selection()))
            .bind("target", action.target() == null ? null : action.target().value())
            .bind("divisions", seen.divisionKeys())
            .bind("may", may.divisionKeys())
            .bind("actorKind", action.actor().kind())
            .bind("actor", action.actor().idOrNull())
            .bind("actorName", action.actor().name())
            .bind("state", action.state().word())
            .bind("created", action.createdAt())
            .execute());
  }

  Optional<BulkAction> find(Scope scope, BulkSubject subject, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and id = :id")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("kinds", BulkKind.words(subject).toArray(String[]::new))
            .bind("id", id)
            .map((row, _) -> read(row))
            .findOne());
  }

  /// Newest first. @param olderThan the last of the page before; null for the first page
  List<BulkAction> list(Scope scope, BulkSubject subject, @Nullable UUID olderThan, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + " and (cast(:olderThan as uuid) is null or id < :olderThan) order by id desc limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("kinds", BulkKind.words(subject).toArray(String[]::new))
            .bind("olderThan", olderThan)
            .bind("max", maxRows)
            .map((row, _) -> read(row))
            .list());
  }

  /// Moves an action from one state to the next.
  ///
  /// @param may where the caller may do what the action does: all that its owner might, or nothing
  ///   happens
  /// @return whether it was in that state
  boolean move(Scope may, UUID id, BulkState from, BulkState to, Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    update bulk_action
                       set state = :to, phase_started_at = :now, lease_until = null, attempts = 0
                     where org_id = :org and id = :id and state = :from
                       and may_divisions <@ cast(:divisions as uuid[])
                    """)
                .bind("org", may.orgKey())
                .bind("divisions", may.divisionKeys())
                .bind("id", id)
                .bind("from", from.word())
                .bind("now", now)
                .bind("to", to.word())
                .execute());
  }

  /// Some of the records with an outcome, by id.
  List<UUID> having(Scope scope, UUID id, BulkOutcome outcome, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select subject_id
                  from bulk_item
                 where org_id = :org and action_id = :id and outcome = :outcome
                   and division_id = any(:divisions)
                 order by subject_id
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", id)
            .bind("outcome", outcome.word())
            .bind("max", maxRows)
            .mapTo(UUID.class)
            .list());
  }

  private BulkAction read(ResultSet row) throws SQLException {
    UUID actor = row.getObject("actor_id", UUID.class);
    String name = row.getString("actor_name");
    boolean isFinished = row.getTimestamp("finished_at") != null;
    return new BulkAction(
        row.getObject("id", UUID.class),
        BulkKind.ofWord(row.getString("kind")),
        Objects.requireNonNull(json.read(row.getString("selection"), Selection.class)),
        division(row),
        Actor.of(row.getString("actor_kind"), actor, name),
        BulkState.ofWord(row.getString("state")),
        row.getString("reason"),
        Objects.requireNonNull(json.read(row.getString("counts"), BulkCounts.class)),
        Instants.read(row, "phase_started_at"),
        Instants.read(row, "created_at"),
        isFinished ? Instants.read(row, "finished_at") : null);
  }

  static @Nullable DivisionId division(ResultSet row) throws SQLException {
    UUID target = row.getObject("target_division", UUID.class);
    return target == null ? null : new DivisionId(target);
  }

  /// Forgets some actions that were ordered before a moment. @return how many
  int forget(Instant before, int maxRows) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from bulk_action
                 where (org_id, id) in (select org_id, id from bulk_action
                                         where created_at < :before and state not in ('counting', 'running', 'undoing')
                                         limit :max)
                """)
            .bind("before", before)
            .bind("max", maxRows)
            .execute());
  }
}
