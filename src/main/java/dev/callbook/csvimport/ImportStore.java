package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Organizations;
import dev.callbook.csvimport.Import.Plan;
import dev.callbook.csvimport.Import.Planned;
import dev.callbook.csvimport.Import.Progress;
import dev.callbook.csvimport.Import.Times;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Imports in SQL, as their owners see them. One whose division is not chosen yet is seen by the
/// one who brought it only.
@ApplicationScoped
class ImportStore {
  private static final String SELECT =
      """
      select id, division_id, divisions, file_name, bytes, actor_kind, actor_id, actor_name, region, state, settings, reason, reason_coded,
             phase, phase_started_at, phase_from, phase_done, phase_total, rows_read, will_add, will_change, will_keep, rejected,
             ambiguous, added, changed, kept, rejected_late, organizations_will_add, organizations_will_change,
             organizations_will_keep, organizations_added, organizations_changed, organizations_kept, created_at, check_started_at, checked_at, run_started_at, finished_at,
             settings_id, paused_at,
             (select u.state from import_undo u where u.org_id = import.org_id and u.import_id = import.id) as undo_state
        from import
       where org_id = :org
         and (division_id = any(:divisions) or (division_id is null and actor_id = :actor))
         and (divisions is null or divisions <@ cast(:divisions as uuid[]))
         and state <> 'uploading'
      """;

  private final Jdbi jdbi;
  private final Rows json;

  ImportStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  Optional<Import> find(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and id = :id")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("actor", scope.actor().idOrNull())
            .bind("id", id)
            .map((row, _) -> read(row))
            .findOne());
  }

  long countUnfinished(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select count(*)
                  from import
                 where org_id = :org
                   and (division_id = any(:divisions) or divisions && cast(:divisions as uuid[]))
                   and (state not in ('done', 'failed', 'cancelled')
                         or id in (select u.import_id from import_undo u where u.org_id = :org and u.state = 'running'))
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .mapTo(Long.class)
            .one());
  }

  /// Newest first.
  ///
  /// @param olderThan the last id of the page before; null for the first page
  List<Import> list(Scope scope, @Nullable UUID olderThan, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + (olderThan == null ? "" : " and id < :olderThan")
                    + " order by id desc limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("actor", scope.actor().idOrNull())
            .bind("olderThan", olderThan)
            .bind("max", maxRows)
            .map((row, _) -> read(row))
            .list());
  }

  /// Imports that were ordered, by id.
  ///
  /// @param after the last of the page before; null for the first page
  List<Import> ordered(Scope scope, ImportJobFilter filter, @Nullable UUID after, int maxRows) {
    String beyond = filter.newestFirst() ? "<" : ">";
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + " and settings is not null"
                    + filter.status().map(ImportStore::piece).orElse("")
                    + (after == null ? "" : " and id " + beyond + " :after")
                    + " order by id"
                    + (filter.newestFirst() ? " desc" : "")
                    + " limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("actor", scope.actor().idOrNull())
            .bind("after", after)
            .bind("max", maxRows)
            .map((row, _) -> read(row))
            .list());
  }

  private static String piece(ImportJobStatus status) {
    return switch (status) {
      case Created -> " and state = 'checking' and phase = ''";
      case Running ->
          " and (state in ('checked', 'running') or (state = 'checking' and phase <> ''))";
      case Completed -> " and state = 'done'";
      case Failed -> " and state = 'failed'";
      case Cancelled -> " and state = 'cancelled'";
    };
  }

  /// An import whose file is about to arrive; nobody sees it yet.
  void begin(Scope scope, UUID id, String fileName, String region, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into import (org_id, id, file_name, bytes, actor_kind, actor_id, actor_name, region, state, created_at)
                values (:org, :id, :fileName, 0, :kind, :actor, :name, :region, 'uploading', :now)
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("fileName", fileName)
            .bind("kind", scope.actor().kind())
            .bind("actor", scope.actor().idOrNull())
            .bind("name", scope.actor().name())
            .bind("region", region)
            .bind("now", now)
            .execute());
  }

  /// The file is here.
  void arrived(Scope scope, UUID id, long bytes) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update import set state = 'uploaded', bytes = :bytes
                 where org_id = :org and id = :id and state = 'uploading' and actor_id = :actor
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("actor", scope.actor().idOrNull())
            .bind("bytes", bytes)
            .execute());
  }

  /// Forgets an import whose file did not arrive or is none.
  void drop(Scope scope, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from import
                 where org_id = :org and id = :id and state in ('uploading', 'uploaded') and actor_id = :actor
                """)
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("actor", scope.actor().idOrNull())
            .execute());
  }

  /// Orders the dry run.
  ///
  /// @return whether the import was in a state to be checked
  ///
  /// @param divisions where rows may go, if a column says where; else empty
  /// @param saved the saved settings that it is ordered with
  boolean check(
      Scope scope,
      UUID id,
      DivisionId division,
      List<UUID> divisions,
      ImportSettings settings,
      @Nullable UUID saved,
      Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    update import
                       set state = 'checking', division_id = :division, divisions = cast(:goals as uuid[]), settings = cast(:settings as jsonb),
                           settings_id = :saved, reason = null, reason_coded = null,
                           phase = '', phase_started_at = null, phase_from = 0, phase_done = 0, phase_total = 0, check_started_at = :now,
                           checked_at = null, lease_until = null, attempts = 0, epoch = epoch + 1
                     where org_id = :org
                       and id = :id
                       and state in ('uploaded', 'checked', 'failed')
                       and run_started_at is null
                       and (division_id = any(:divisions) or (division_id is null and actor_id = :actor))
                       and (divisions is null or divisions <@ cast(:divisions as uuid[]))
                    """)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("actor", scope.actor().idOrNull())
                .bind("id", id)
                .bind("division", division.value())
                .bind("goals", divisions.isEmpty() ? null : divisions.toArray(UUID[]::new))
                .bind("settings", json.writeOne(settings))
                .bind("saved", saved)
                .bind("now", now)
                .execute());
  }

  /// Orders the run. @return whether the import was in a state to be run
  boolean run(Scope scope, UUID id, Instant now) {
    return move(
        scope,
        id,
        """
        set state = 'running', run_started_at = :now, phase = '', phase_started_at = null, phase_from = 0, phase_done = 0,
            phase_total = 0, lease_until = null, attempts = 0, epoch = epoch + 1
        """,
        "state = 'checked'",
        now);
  }

  /// Takes one that failed up again where it stood. @return whether it had failed
  boolean retry(Scope scope, UUID id, Instant now) {
    return move(
        scope,
        id,
        """
        set state = case when run_started_at is null then 'checking' else 'running' end, reason = null, reason_coded = null,
            finished_at = null, lease_until = null, attempts = 0, epoch = epoch + 1
        """,
        """
        state = 'failed' and settings is not null
        and not exists (select from import_undo u where u.org_id = import.org_id and u.import_id = import.id)
        """,
        now);
  }

  /// Lets it rest where it stands: whoever works on it loses it. @return whether it was at work
  boolean pause(Scope scope, UUID id, Instant now) {
    return move(
        scope,
        id,
        "set paused_at = :now, lease_until = null, attempts = 0, epoch = epoch + 1",
        "state in ('checking', 'running') and paused_at is null",
        now);
  }

  /// Takes a paused one up again. @return whether it was paused
  boolean resume(Scope scope, UUID id, Instant now) {
    return move(
        scope,
        id,
        "set paused_at = null, phase = case when state = 'running' then '' else phase end",
        "state in ('checking', 'running') and paused_at is not null",
        now);
  }

  /// Stops it for good; what is applied stays. @return whether there was something to stop
  boolean cancel(Scope scope, UUID id, Instant now) {
    return move(
        scope,
        id,
        "set state = 'cancelled', finished_at = :now, paused_at = null, epoch = epoch + 1",
        "state in ('uploaded', 'checking', 'checked', 'running')",
        now);
  }

  private boolean move(Scope scope, UUID id, String change, String from, Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    "update import "
                        + change
                        + """
                         where org_id = :org
                           and id = :id
                           and (division_id = any(:divisions) or (division_id is null and actor_id = :actor))
                           and (divisions is null or divisions <@ cast(:divisions as uuid[]))
                           and
                        """
                        + from)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("actor", scope.actor().idOrNull())
                .bind("id", id)
                .bind("now", now)
                .execute());
  }

  private static List<DivisionId> divisions(ResultSet row) throws SQLException {
    Array divisions = row.getArray("divisions");
    return divisions == null
        ? List.of()
        : Stream.of((UUID[]) divisions.getArray()).map(DivisionId::new).toList();
  }

  private Import read(ResultSet row) throws SQLException {
    UUID actor = row.getObject("actor_id", UUID.class);
    String name = row.getString("actor_name");
    String undo = row.getString("undo_state");
    UUID division = row.getObject("division_id", UUID.class);
    return new Import(
        row.getObject("id", UUID.class),
        division == null ? null : new DivisionId(division),
        divisions(row),
        row.getString("file_name"),
        row.getLong("bytes"),
        Actor.of(row.getString("actor_kind"), actor, name),
        row.getString("region"),
        ImportState.ofWord(row.getString("state")),
        json.read(row.getString("settings"), ImportSettings.class),
        row.getString("reason"),
        row.getString("reason_coded"),
        row.getString("phase"),
        new Progress(
            Instants.readOrNull(row, "phase_started_at"),
            row.getLong("phase_from"),
            row.getLong("phase_done"),
            row.getLong("phase_total")),
        new Plan(
            row.getLong("rows_read"),
            row.getLong("will_add"),
            row.getLong("will_change"),
            row.getLong("will_keep"),
            row.getLong("rejected"),
            row.getLong("ambiguous")),
        new Applied(
            row.getLong("added"),
            row.getLong("changed"),
            row.getLong("kept"),
            row.getLong("rejected_late")),
        new Organizations(
            new Planned(
                row.getLong("organizations_will_add"),
                row.getLong("organizations_will_change"),
                row.getLong("organizations_will_keep")),
            new Applied(
                row.getLong("organizations_added"),
                row.getLong("organizations_changed"),
                row.getLong("organizations_kept"))),
        new Times(
            Instants.read(row, "created_at"),
            Instants.readOrNull(row, "check_started_at"),
            Instants.readOrNull(row, "checked_at"),
            Instants.readOrNull(row, "run_started_at"),
            Instants.readOrNull(row, "finished_at"),
            Instants.readOrNull(row, "paused_at")),
        row.getObject("settings_id", UUID.class),
        undo == null ? null : UndoState.ofWord(undo));
  }
}
