package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Import.Progress;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Undos of imports in SQL, as people see them: whoever sees the import.
@ApplicationScoped
class UndoStore {
  private final Jdbi jdbi;
  private final Rows json;

  UndoStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  Optional<Undo> find(Scope scope, UUID importId) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select import_id, actor_kind, actor_id, actor_name, state, stage, planned, counted, reason,
                       stage_started_at, stage_from, stage_done, stage_total,
                       ordered_at, counted_at, started_at, finished_at, paused_at
                  from import_undo
                 where org_id = :org and import_id = :id and divisions <@ cast(:divisions as uuid[])
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", importId)
            .map((row, _) -> read(row))
            .findOne());
  }

  /// Orders that it is counted what an undo would do.
  ///
  /// @param seen where the caller sees organizations
  /// @param lastEntry the import's last one in the log
  /// @return whether the import is over, and no undo of it was ordered
  boolean order(
      Scope scope,
      UUID importId,
      Scope seen,
      boolean mayWriteOrganizations,
      UUID lastEntry,
      Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    insert into import_undo
                           (org_id, import_id, divisions, actor_kind, actor_id, actor_name, removes_organizations,
                            seen_divisions, state, last_entry, stage, ordered_at)
                    select i.org_id, i.id, i.written, :actorKind, :actor, :actorName, :organizations,
                           cast(:seen as uuid[]) || i.written, 'counting', :last, 'merges', :now
                      from (select org_id, id, state, coalesce(divisions, array[division_id]) as written from import) as i
                     where i.org_id = :org
                       and i.id = :id
                       and i.written <@ cast(:divisions as uuid[])
                       and i.state in ('done', 'failed', 'cancelled')
                        on conflict do nothing
                    """)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("id", importId)
                .bind("actorKind", scope.actor().kind())
                .bind("actor", scope.actor().idOrNull())
                .bind("actorName", scope.actor().name())
                .bind("organizations", mayWriteOrganizations)
                .bind("seen", seen.divisionKeys())
                .bind("last", lastEntry)
                .bind("now", now)
                .execute());
  }

  /// Orders what was counted, in the name of whoever orders it. @return whether it was counted
  boolean run(Scope scope, UUID importId, Scope seen, boolean mayWriteOrganizations, Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    update import_undo
                       set state = 'running', started_at = :now, stage = 'merges', behind = null, stage_started_at = null,
                           stage_from = 0, stage_done = 0, stage_total = 0, lease_until = null, attempts = 0,
                           epoch = epoch + 1, actor_kind = :actorKind, actor_id = :actor, actor_name = :actorName,
                           removes_organizations = :organizations,
                           seen_divisions = cast(:seen as uuid[]) || divisions
                     where org_id = :org
                       and import_id = :id
                       and divisions <@ cast(:divisions as uuid[])
                       and state = 'counted'
                    """)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("id", importId)
                .bind("actorKind", scope.actor().kind())
                .bind("actor", scope.actor().idOrNull())
                .bind("actorName", scope.actor().name())
                .bind("organizations", mayWriteOrganizations)
                .bind("seen", seen.divisionKeys())
                .bind("now", now)
                .execute());
  }

  /// Lets it rest where it stands. @return whether it was at work
  boolean pause(Scope scope, UUID importId, Instant now) {
    return move(
        scope,
        importId,
        "set paused_at = :now, lease_until = null, attempts = 0, epoch = epoch + 1",
        "state in ('counting', 'running') and paused_at is null",
        now);
  }

  /// Takes a paused one up again. @return whether it was paused
  boolean resume(Scope scope, UUID importId, Instant now) {
    return move(
        scope,
        importId,
        "set paused_at = null, stage_started_at = null",
        "state in ('counting', 'running') and paused_at is not null",
        now);
  }

  /// Takes one that failed up again where it stood. @return whether it had failed
  boolean retry(Scope scope, UUID importId, Instant now) {
    return move(
        scope,
        importId,
        """
        set state = case when started_at is null then 'counting' else 'running' end, reason = null,
            finished_at = null, stage_started_at = null, lease_until = null, attempts = 0, epoch = epoch + 1
        """,
        "state = 'failed'",
        now);
  }

  private boolean move(Scope scope, UUID importId, String change, String from, Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    "update import_undo "
                        + change
                        + """
                         where org_id = :org
                           and import_id = :id
                           and divisions <@ cast(:divisions as uuid[])
                           and
                        """
                        + from)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("id", importId)
                .bind("now", now)
                .execute());
  }

  /// Forgets one that has taken nothing back yet. @return whether there was such a one
  boolean drop(Scope scope, UUID importId) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    delete from import_undo
                     where org_id = :org
                       and import_id = :id
                       and divisions <@ cast(:divisions as uuid[])
                       and started_at is null
                    """)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("id", importId)
                .execute());
  }

  private Undo read(ResultSet row) throws SQLException {
    UUID actor = row.getObject("actor_id", UUID.class);
    String name = row.getString("actor_name");
    return new Undo(
        row.getObject("import_id", UUID.class),
        Actor.of(row.getString("actor_kind"), actor, name),
        UndoState.ofWord(row.getString("state")),
        UndoStage.ofWord(row.getString("stage")),
        counts(row.getString("planned")),
        counts(row.getString("counted")),
        new Progress(
            Instants.readOrNull(row, "stage_started_at"),
            row.getLong("stage_from"),
            row.getLong("stage_done"),
            row.getLong("stage_total")),
        new Undo.Times(
            Instants.read(row, "ordered_at"),
            Instants.readOrNull(row, "counted_at"),
            Instants.readOrNull(row, "started_at"),
            Instants.readOrNull(row, "finished_at"),
            Instants.readOrNull(row, "paused_at")),
        row.getString("reason"));
  }

  private UndoCounts counts(String text) {
    return Objects.requireNonNull(json.read(text, UndoCounts.class));
  }
}
