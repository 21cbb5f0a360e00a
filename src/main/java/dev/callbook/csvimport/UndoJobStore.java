package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import dev.callbook.platform.LeasedJob;
import dev.callbook.platform.LeasedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// Who works on which undo, and how far it is: leases as [JobStore] has them.
@ApplicationScoped
class UndoJobStore implements LeasedJobs.Leases<UndoJob> {
  private static final String OURS =
      " where org_id = :org and import_id = :id and epoch = :epoch and state = :state ";

  private final Jdbi jdbi;
  private final Rows json;

  UndoJobStore(Jdbi jdbi, Rows json) {
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

  /// Takes the undo that waited longest. Undos and runs of imports into one division take turns, in
  /// the order in which they were started; counting never waits.
  @Override
  public Optional<UndoJob> claim(Duration lease) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with next as (
                  select u.org_id, u.import_id
                    from import_undo u
                   where u.state in ('counting', 'running')
                     and u.paused_at is null
                     and (u.lease_until is null or u.lease_until < now())
                     and (u.state = 'counting' or not exists (
                          select
                            from import o
                           where o.org_id = u.org_id
                             and coalesce(o.divisions, array[o.division_id]) && u.divisions
                             and o.state = 'running'
                             and o.paused_at is null
                             and (o.lease_until > now() or o.run_started_at <= u.started_at)))
                     and (u.state = 'counting' or not exists (
                          select
                            from import_undo o
                           where o.org_id = u.org_id
                             and o.divisions && u.divisions
                             and o.state = 'running'
                             and o.paused_at is null
                             and o.import_id <> u.import_id
                             and (o.lease_until > now()
                                  or (o.started_at, o.import_id) < (u.started_at, u.import_id))))
                   order by u.lease_until nulls first, u.import_id
                   limit 1
                     for update skip locked)
                update import_undo u
                   set epoch = u.epoch + 1, attempts = u.attempts + 1,
                       lease_until = now() + make_interval(secs => :lease)
                  from next n
                 where u.org_id = n.org_id and u.import_id = n.import_id
                returning u.org_id, u.import_id, u.divisions as written, u.actor_kind, u.actor_id, u.actor_name,
                          u.removes_organizations, u.state, u.last_entry, u.stage, u.behind, u.epoch,
                          (select json_agg(json_build_object('id', d.id, 'name', d.name, 'kind', d.kind))
                             from division d
                            where d.org_id = u.org_id and d.id = any(u.seen_divisions)) as divisions
                """)
            .bind("lease", lease.toMillis() / 1000.0)
            .map((row, _) -> read(row))
            .findOne());
  }

  private UndoJob read(ResultSet row) throws SQLException {
    UUID id = row.getObject("import_id", UUID.class);
    Set<UUID> written = Set.of((UUID[]) row.getArray("written").getArray());
    Scope seen =
        new Scope(
            new OrgId(row.getObject("org_id", UUID.class)),
            Actor.of(
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name")),
            Origin.ofImport(id),
            Permission.CONTACT_DELETE,
            Stream.of(
                    Objects.requireNonNull(
                        json.read(row.getString("divisions"), StoredDivision[].class)))
                .map(StoredDivision::toDivision)
                .toList());
    return new UndoJob(
        id,
        seen.only(
            seen.divisions().stream()
                .filter(division -> written.contains(division.id().value()))
                .toList()),
        seen,
        row.getBoolean("removes_organizations"),
        row.getObject("last_entry", UUID.class),
        UndoState.ofWord(row.getString("state")),
        UndoStage.ofWord(row.getString("stage")),
        row.getObject("behind", UUID.class),
        row.getInt("epoch"),
        new AtomicBoolean());
  }

  @Override
  public boolean renew(UndoJob job, Duration lease) {
    return 1
        == jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        "update import_undo set lease_until = now() + make_interval(secs => :lease)"
                            + OURS),
                    job)
                .bind("lease", lease.toMillis() / 1000.0)
                .execute());
  }

  @Override
  public void release(UndoJob job, Duration pause, int maxAttempts, String reason, Instant now) {
    jdbi.useHandle(db ->
        ours(
                db.createUpdate(
                    """
                    update import_undo
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

  /// A stage begins, or is taken up again.
  ///
  /// @param isNew whether nothing of it is behind
  void stage(UndoJob job, UndoStage stage, boolean isNew, long total, Instant now) {
    jdbi.useHandle(db ->
        require(
            job,
            ours(
                    db.createUpdate(
                        """
                        update import_undo
                           set stage = :stage, stage_started_at = :now, stage_total = :total,
                               behind = case when :isNew then null else behind end,
                               stage_done = case when :isNew then 0 else stage_done end,
                               stage_from = case when :isNew then 0 else stage_done end
                        """
                            + OURS),
                    job)
                .bind("stage", stage.word())
                .bind("isNew", isNew)
                .bind("total", total)
                .bind("now", now)));
  }

  /// A batch is dealt with: to be called last in its transaction, which it breaks if the job is no
  /// longer ours.
  ///
  /// @param behind the last of the batch
  /// @param size of the batch
  /// @param counts of the batch
  void dealtWith(UndoJob job, UUID behind, int size, UndoCounts counts) {
    String column = job.isCounting() ? "planned" : "counted";
    jdbi.useHandle(db -> {
      // Several batches end at once: each adds to what the one before it left. Their marks refer to
      // this row, so that a stronger lock would let two of them wait for each other.
      UndoCounts before =
          ours(
                  db.createQuery(
                      "select " + column + " from import_undo" + OURS + "for no key update"),
                  job)
              .mapTo(String.class)
              .findOne()
              .map(text -> Objects.requireNonNull(json.read(text, UndoCounts.class)))
              .orElseThrow(() -> lost(job));
      require(
          job,
          ours(
                  db.createUpdate(
                      "update import_undo set behind = :behind, stage_done = stage_done + :size, attempts = 0, "
                          + column
                          + " = cast(:counts as jsonb)"
                          + OURS),
                  job)
              .bind("behind", behind)
              .bind("size", size)
              .bind("counts", json.writeOne(before.plus(counts))));
    });
  }

  /// Whether a batch of contacts is still to be dealt with; marks it as dealt with.
  ///
  /// @param last its last entry
  boolean takeBatch(UndoJob job, UUID last) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    insert into import_undo_batch (org_id, import_id, last_entry) values (:org, :id, :last)
                        on conflict do nothing
                    """)
                .bind("org", job.scope().orgKey())
                .bind("id", job.id())
                .bind("last", last)
                .execute());
  }

  /// The last entries of the batches that are dealt with.
  Set<UUID> takenBatches(UndoJob job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select last_entry from import_undo_batch where org_id = :org and import_id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(UUID.class)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Lets all batches be dealt with once more: what counting did is done again in earnest.
  void clearBatches(UndoJob job) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from import_undo_batch where org_id = :org and import_id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .execute());
  }

  /// What was counted, or done, so far.
  UndoCounts counts(UndoJob job) {
    String column = job.isCounting() ? "planned" : "counted";
    return jdbi.withHandle(db ->
        ours(db.createQuery("select " + column + " from import_undo" + OURS), job)
            .mapTo(String.class)
            .findOne()
            .map(text -> Objects.requireNonNull(json.read(text, UndoCounts.class)))
            .orElseThrow(() -> lost(job)));
  }

  void counted(UndoJob job, Instant now) {
    jdbi.useHandle(db ->
        require(
            job,
            ours(
                    db.createUpdate(
                        """
                        update import_undo
                           set state = 'counted', counted_at = :now, lease_until = null, attempts = 0
                        """
                            + OURS),
                    job)
                .bind("now", now)));
  }

  void done(UndoJob job, Instant now) {
    jdbi.useHandle(db ->
        require(
            job,
            ours(
                    db.createUpdate(
                        "update import_undo set state = 'done', finished_at = :now, lease_until = null"
                            + OURS),
                    job)
                .bind("now", now)));
  }

  private static void require(UndoJob job, Update update) {
    if (update.execute() == 0) {
      throw lost(job);
    }
  }

  private static LeasedJob.Lost lost(UndoJob job) {
    job.lose();
    return new LeasedJob.Lost();
  }

  private static <T extends SqlStatement<T>> T ours(T statement, UndoJob job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("id", job.id())
        .bind("epoch", job.epoch())
        .bind("state", job.state().word());
  }
}
