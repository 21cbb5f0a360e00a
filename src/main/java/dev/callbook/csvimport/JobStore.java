package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Plan;
import dev.callbook.csvimport.Import.Planned;
import dev.callbook.directory.Rows;
import dev.callbook.platform.LeasedJob;
import dev.callbook.platform.LeasedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Who works on which import, and how far it is. A claim is a lease: a node that dies loses it
/// within seconds, and one that only seemed dead finds its epoch outdated and can write nothing
/// more. Leases run on the database's clock, since nodes' clocks differ.
@ApplicationScoped
class JobStore implements LeasedJobs.Leases<Job> {
  private static final String OURS =
      " where org_id = :org and id = :id and epoch = :epoch and state = :state";

  private final Jdbi jdbi;
  private final Rows json;

  JobStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// Takes the import that waited longest, of whatever organization. Runs into one division take
  /// turns, with undos too, in the order in which they were started: the later one finds whom the
  /// earlier one added.
  @Override
  public Optional<Job> claim(Duration lease) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with next as (
                  select w.org_id, w.id
                    from import w
                   where w.state in ('checking', 'running')
                     and w.paused_at is null
                     and (w.lease_until is null or w.lease_until < now())
                     and (w.state = 'checking' or not exists (
                          select
                            from import o
                           where o.org_id = w.org_id
                             and (o.division_id = w.division_id
                                  or coalesce(o.divisions, array[o.division_id])
                                     && coalesce(w.divisions, array[w.division_id]))
                             and o.state = 'running'
                             and o.paused_at is null
                             and o.id <> w.id
                             and (o.lease_until > now() or (o.run_started_at, o.id) < (w.run_started_at, w.id))))
                     and (w.state = 'checking' or not exists (
                          select
                            from import_undo u
                           where u.org_id = w.org_id
                             and u.divisions && coalesce(w.divisions, array[w.division_id])
                             and u.state = 'running'
                             and u.paused_at is null
                             and (u.lease_until > now() or u.started_at < w.run_started_at)))
                   order by w.lease_until nulls first, w.id
                   limit 1
                     for update skip locked)
                update import i
                   set epoch = i.epoch + 1, attempts = i.attempts + 1,
                       lease_until = now() + make_interval(secs => :lease)
                  from next n
                  join division d on d.org_id = n.org_id
                 where i.org_id = n.org_id and i.id = n.id and d.id = i.division_id
                returning i.org_id, i.id, i.division_id, d.name as division_name, d.kind as division_kind, i.bytes,
                          (select json_agg(json_build_object('id', g.id, 'name', g.name, 'kind', g.kind))
                             from division g
                            where g.org_id = i.org_id and g.id = any(i.divisions)) as goals, i.actor_kind, i.actor_id, i.actor_name, i.region, i.state, i.settings, i.epoch
                """)
            .bind("lease", lease.toMillis() / 1000.0)
            .map((row, _) -> read(row))
            .findOne());
  }

  private Job read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID actor = row.getObject("actor_id", UUID.class);
    String name = row.getString("actor_name");
    Division division =
        new Division(
            new DivisionId(row.getObject("division_id", UUID.class)),
            row.getString("division_name"),
            Division.Kind.valueOf(
                row.getString("division_kind").toUpperCase(java.util.Locale.ROOT)));
    Scope scope =
        new Scope(
            new OrgId(row.getObject("org_id", UUID.class)),
            Actor.of(row.getString("actor_kind"), actor, name),
            Origin.ofImport(id),
            Permission.CONTACT_EDIT,
            goals(row.getString("goals"), division));
    return new Job(
        id,
        scope,
        division,
        row.getString("region"),
        row.getLong("bytes"),
        java.util.Objects.requireNonNull(
            json.read(row.getString("settings"), ImportSettings.class)),
        ImportState.ofWord(row.getString("state")),
        row.getInt("epoch"));
  }

  /// A division as the claim reads it.
  private record Goal(UUID id, String name, String kind) {}

  /// Where the import may write: one division, unless a column says where each row goes.
  private List<Division> goals(@Nullable String goals, Division one) {
    return goals == null
        ? List.of(one)
        : json.readList(goals, Goal[].class).stream()
            .map(goal ->
                new Division(
                    new DivisionId(goal.id()),
                    goal.name(),
                    Division.Kind.valueOf(goal.kind().toUpperCase(java.util.Locale.ROOT))))
            .toList();
  }

  /// @return whether the job is still ours
  @Override
  public boolean renew(Job job, Duration lease) {
    return 1
        == jdbi.withHandle(db ->
            bind(
                    db.createUpdate(
                        """
                        update import set lease_until = now() + make_interval(secs => :lease),
                               phase_done = case when state = 'checking' then :done else phase_done end
                        """
                            + OURS),
                    job)
                .bind("lease", lease.toMillis() / 1000.0)
                .bind("done", job.done().get())
                .execute());
  }

  @Override
  public void release(Job job, Duration pause, int maxAttempts, String reason, Instant now) {
    jdbi.useHandle(db ->
        bind(
                db.createUpdate(
                    """
                    update import
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

  /// Makes sure that the job is ours until the transaction ends, which it breaks otherwise: to be
  /// called last in one that counts nothing.
  void hold(Job job) {
    boolean isOurs =
        jdbi.withHandle(db ->
            bind(db.createQuery("select 1 from import" + OURS + " for share"), job)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    if (!isOurs) {
      job.lose();
      throw new LeasedJob.Lost();
    }
  }

  /// A new phase begins.
  void phase(Job job, String phase, long done, long total, Instant now) {
    job.done().set(done);
    require(
        bind(
                "set phase = :phase, phase_started_at = :now, phase_from = :done, phase_done = :done, phase_total = :total",
                job)
            .bind("phase", phase)
            .bind("now", now)
            .bind("done", done)
            .bind("total", total));
  }

  /// Rows are applied: to be called last in their transaction, which it breaks if the job is no
  /// longer ours.
  void applied(Job job, Applied rows) {
    require(
        bind(
                """
                set added = added + :added, changed = changed + :changed, kept = kept + :kept,
                    rejected_late = rejected_late + :rejected, phase_done = phase_done + :rows, attempts = 0
                """,
                job)
            .bind("added", rows.added())
            .bind("changed", rows.changed())
            .bind("kept", rows.kept())
            .bind("rejected", rows.rejected())
            .bind("rows", rows.rows() + rows.rejected()));
  }

  /// Organizations beside contacts are written; as [#applied].
  void organizationsApplied(Job job, Applied organizations) {
    require(
        bind(
                """
                set organizations_added = organizations_added + :added,
                    organizations_changed = organizations_changed + :changed,
                    organizations_kept = organizations_kept + :kept, phase_done = phase_done + :all, attempts = 0
                """,
                job)
            .bind("added", organizations.added())
            .bind("changed", organizations.changed())
            .bind("kept", organizations.kept())
            .bind("all", organizations.rows()));
  }

  /// Organizations are written up to the one that this row is the first of; as [#applied].
  void organizationsBehind(Job job, long firstRow) {
    require(bind("set organizations_behind = :firstRow", job).bind("firstRow", firstRow));
  }

  long organizationsBehind(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery("select organizations_behind from import where org_id = :org and id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(Long.class)
            .one());
  }

  Applied organizationsApplied(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select organizations_added, organizations_changed, organizations_kept
                  from import where org_id = :org and id = :id
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) -> new Applied(row.getLong(1), row.getLong(2), row.getLong(3)))
            .one());
  }

  Planned planned(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select organizations_will_add, organizations_will_change, organizations_will_keep
                  from import where org_id = :org and id = :id
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) -> new Planned(row.getLong(1), row.getLong(2), row.getLong(3)))
            .one());
  }

  /// Contacts have become one; as [#applied].
  void merged(Job job) {
    require(bind("set phase_done = phase_done + 1, attempts = 0", job));
  }

  /// Rows that were to correct contacts are rejected after all, since those cannot be merged; as
  /// [#applied].
  void refused(Job job, int rows) {
    require(
        bind(
                """
                set rejected_late = rejected_late + :rows, phase_done = phase_done + 1, attempts = 0
                """,
                job)
            .bind("rows", rows));
  }

  /// Groups are applied up to here; as [#applied].
  void groupsBehind(Job job, long firstRow) {
    require(bind("set groups_behind = :firstRow", job).bind("firstRow", firstRow));
  }

  long groupsBehind(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery("select groups_behind from import where org_id = :org and id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(Long.class)
            .one());
  }

  /// The dry run is done.
  ///
  /// @param organizations beside contacts
  void checked(Job job, Plan plan, Planned organizations, Instant now) {
    require(
        bind(
                """
                set state = case when :runAtOnce then 'running' else 'checked' end, phase = '',
                    run_started_at = case when :runAtOnce then cast(:now as timestamptz) end,
                    rows_read = :rows, will_add = :toAdd, will_change = :toChange, will_keep = :toKeep,
                    rejected = :rejected, ambiguous = :ambiguous, organizations_will_add = :newOrganizations,
                    organizations_will_change = :changedOrganizations, organizations_will_keep = :keptOrganizations,
                    checked_at = :now, lease_until = null, attempts = 0
                """,
                job)
            .bindMethods(plan)
            .bind("newOrganizations", organizations.toAdd())
            .bind("changedOrganizations", organizations.toChange())
            .bind("keptOrganizations", organizations.toKeep())
            .bind("runAtOnce", job.settings().runAtOnce())
            .bind("now", now));
  }

  Plan plan(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select rows_read, will_add, will_change, will_keep, rejected, ambiguous
                  from import where org_id = :org and id = :id
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) ->
                new Plan(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
            .one());
  }

  Applied applied(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select added, changed, kept, rejected_late from import where org_id = :org and id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) ->
                new Applied(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
            .one());
  }

  void done(Job job, Instant now) {
    require(
        bind("set state = 'done', finished_at = :now, lease_until = null", job).bind("now", now));
  }

  /// It cannot be done.
  ///
  /// @param reason in words for the person who ordered it
  /// @param coded the same for pages; empty where there is none
  void fail(Job job, String reason, String coded, Instant now) {
    require(
        bind(
                """
                set state = 'failed', reason = :reason, reason_coded = nullif(:coded, ''), finished_at = :now,
                    lease_until = null
                """,
                job)
            .bind("reason", reason)
            .bind("coded", coded)
            .bind("now", now));
  }

  /// An update that hits nothing unless the job is ours.
  private record Guarded(String change, Job job, java.util.Map<String, Object> values) {
    Guarded bind(String name, Object value) {
      values.put(name, value);
      return this;
    }

    Guarded bindMethods(Plan plan) {
      return bind("rows", plan.rows())
          .bind("toAdd", plan.toAdd())
          .bind("toChange", plan.toChange())
          .bind("toKeep", plan.toKeep())
          .bind("rejected", plan.rejected())
          .bind("ambiguous", plan.ambiguous());
    }
  }

  private static Guarded bind(String change, Job job) {
    return new Guarded(change, job, new java.util.HashMap<>());
  }

  private void require(Guarded update) {
    int hit =
        jdbi.withHandle(db ->
            bind(db.createUpdate("update import " + update.change() + OURS), update.job())
                .bindMap(update.values())
                .execute());
    if (hit == 0) {
      update.job().lose();
      throw new LeasedJob.Lost();
    }
  }

  private static <T extends org.jdbi.v3.core.statement.SqlStatement<T>> T bind(
      T statement, Job job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("id", job.id())
        .bind("epoch", job.epoch())
        .bind("state", job.state().word());
  }
}
