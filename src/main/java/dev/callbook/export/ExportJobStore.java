package dev.callbook.export;

import dev.callbook.access.Actor;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import dev.callbook.directory.ScanPlace;
import dev.callbook.platform.LeasedJob;
import dev.callbook.platform.LeasedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Who works on which export, and how far it is: leases as those of imports
/// (docs/adr/0004-imports-live-in-the-database.md), on the database's clock.
@ApplicationScoped
class ExportJobStore implements LeasedJobs.Leases<ExportJob> {
  private static final String OURS =
      " where org_id = :org and id = :id and epoch = :epoch and state = 'running' ";

  private final Jdbi jdbi;
  private final Rows json;

  ExportJobStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// A division as the claim returns it.
  private record StoredDivision(UUID id, String name, String kind) {
    Division toDivision() {
      return new Division(
          new DivisionId(id), name, Division.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }
  }

  /// Takes the export that waited longest, of whatever organization.
  @Override
  public Optional<ExportJob> claim(Duration lease) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with next as (
                  select org_id, id
                    from export
                   where state = 'running' and (lease_until is null or lease_until < now())
                   order by lease_until nulls first, id
                   limit 1
                     for update skip locked)
                update export e
                   set epoch = e.epoch + 1, attempts = e.attempts + 1,
                       lease_until = now() + make_interval(secs => :lease)
                  from next n
                 where e.org_id = n.org_id and e.id = n.id
                returning e.org_id, e.id, e.kind, e.query, e.selection, e.columns, e.format, e.max_rows, e.actor_kind, e.actor_id, e.actor_name,
                          e.after_division, e.after_id, e.row_count, e.pieces, e.epoch,
                          (select json_agg(json_build_object('id', d.id, 'name', d.name, 'kind', d.kind))
                             from division d
                            where d.org_id = e.org_id and d.id = any(e.divisions)) as division_list
                """)
            .bind("lease", lease.toMillis() / 1000.0)
            .map((row, _) -> read(row))
            .findOne());
  }

  private ExportJob read(ResultSet row) throws SQLException {
    UUID actor = row.getObject("actor_id", UUID.class);
    String name = row.getString("actor_name");
    List<Division> divisions =
        Stream.of(
                java.util.Objects.requireNonNull(
                    json.read(row.getString("division_list"), StoredDivision[].class)))
            .map(StoredDivision::toDivision)
            .toList();
    Scope scope =
        new Scope(
            new OrgId(row.getObject("org_id", UUID.class)),
            Actor.of(row.getString("actor_kind"), actor, name),
            Origin.API,
            Permission.EXPORT_ADD,
            divisions);
    return new ExportJob(
        row.getObject("id", UUID.class),
        scope,
        ExportKind.ofWord(row.getString("kind")),
        ExportRows.wish(json, row),
        row.getLong("max_rows"),
        place(row.getObject("after_division", UUID.class), row.getObject("after_id", UUID.class)),
        row.getLong("row_count"),
        row.getInt("pieces"),
        row.getInt("epoch"),
        new AtomicBoolean());
  }

  private static Optional<ScanPlace> place(@Nullable UUID division, @Nullable UUID id) {
    return division == null || id == null
        ? Optional.empty()
        : Optional.of(new ScanPlace(new DivisionId(division), id));
  }

  /// @return whether the job is still ours
  @Override
  public boolean renew(ExportJob job, Duration lease) {
    return 1
        == jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        "update export set lease_until = now() + make_interval(secs => :lease)"
                            + OURS),
                    job)
                .bind("lease", lease.toMillis() / 1000.0)
                .execute());
  }

  /// Keeps a piece of the file together with how far the export is.
  ///
  /// @param rows how many records are in the file with it
  /// @param finishedAt null unless it is the last
  /// @throws LeasedJob.Lost if the job is no longer ours; nothing is kept then
  void keep(
      ExportJob job,
      int position,
      byte[] piece,
      Optional<ScanPlace> last,
      long rows,
      @Nullable Instant finishedAt) {
    int kept =
        jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        """
                        with ours as (
                          update export
                             set pieces = :position + 1, row_count = :rows, attempts = 0,
                                 after_division = coalesce(cast(:division as uuid), after_division),
                                 after_id = coalesce(cast(:last as uuid), after_id),
                                 state = case when cast(:finished as timestamptz) is null then state else 'succeeded' end,
                                 finished_at = :finished
                        """
                            + OURS
                            + """
                              and pieces = :position
                              returning org_id, id)
                            insert into export_piece (org_id, export_id, position, bytes)
                            select org_id, id, :position, :piece from ours
                            """),
                    job)
                .bind("position", position)
                .bind("piece", piece)
                .bind("rows", rows)
                .bind("division", last.map(place -> place.division().value()).orElse(null))
                .bind("last", last.map(ScanPlace::id).orElse(null))
                .bind("finished", finishedAt)
                .execute());
    if (kept == 0) {
      job.lose();
      throw new LeasedJob.Lost();
    }
  }

  /// Lets go after a fault, so that any node tries again after a while; after `maxAttempts` in vain
  /// it has failed for good.
  ///
  /// @param reason in words for the one who ordered it
  @Override
  public void release(ExportJob job, Duration pause, int maxAttempts, String reason, Instant now) {
    jdbi.useHandle(db ->
        ours(
                db.createUpdate(
                    """
                    update export
                       set lease_until = now() + make_interval(secs => :pause),
                           state = case when attempts >= :max then 'failed' else state end,
                           reason = case when attempts >= :max then :reason end,
                           finished_at = case when attempts >= :max then cast(:now as timestamptz) end
                    """
                        + OURS),
                job)
            .bind("pause", pause.toMillis() / 1000.0)
            .bind("max", maxAttempts)
            .bind("reason", reason)
            .bind("now", now)
            .execute());
  }

  private static <T extends SqlStatement<T>> T ours(T statement, ExportJob job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("id", job.id())
        .bind("epoch", job.epoch());
  }
}
