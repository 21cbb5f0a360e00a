package dev.callbook.bulkaction;

import dev.callbook.access.Actor;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.Selection;
import dev.callbook.platform.LeasedJob;
import dev.callbook.platform.LeasedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Who works on which action, and how far it is: leases as those of imports
/// (docs/adr/0004-imports-live-in-the-database.md), on the database's clock.
@ApplicationScoped
class BulkJobStore implements LeasedJobs.Leases<BulkJob> {
  private static final String OURS =
      " where org_id = :org and id = :id and epoch = :epoch and state = :state ";

  private static final String ITEM =
      """
      select subject_id, division_id, outcome, kept
        from bulk_item
       where org_id = :org and action_id = :id and outcome = :outcome
      """;

  private static final String ITEMS =
      """
        from jsonb_to_recordset(cast(:items as jsonb)) as r
             ("id" uuid, "division" uuid, "outcome" text, "kept" jsonb)
      """;

  private final Jdbi jdbi;
  private final Rows json;

  BulkJobStore(Jdbi jdbi, Rows json) {
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

  private record ItemRow(UUID id, UUID division, String outcome, BulkItem.@Nullable Kept kept) {
    static ItemRow of(BulkItem item) {
      return new ItemRow(item.id(), item.division().value(), item.outcome().word(), item.kept());
    }
  }

  @Override
  public Optional<BulkJob> claim(Duration lease) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with next as (
                  select org_id, id
                    from bulk_action
                   where state in ('counting', 'running', 'undoing')
                     and (lease_until is null or lease_until < now())
                   order by lease_until nulls first, id
                   limit 1
                     for update skip locked)
                update bulk_action a
                   set epoch = a.epoch + 1, attempts = a.attempts + 1,
                       lease_until = now() + make_interval(secs => :lease)
                  from next n
                 where a.org_id = n.org_id and a.id = n.id
                returning a.org_id, a.id, a.kind, a.selection, a.target_division, a.actor_kind, a.actor_id, a.actor_name, a.state, a.counts,
                          a.after_division, a.after_id, a.epoch,
                          (select json_agg(json_build_object('id', d.id, 'name', d.name, 'kind', d.kind))
                             from division d
                            where d.org_id = a.org_id and d.id = any(a.divisions)) as seen,
                          (select json_agg(json_build_object('id', d.id, 'name', d.name, 'kind', d.kind))
                             from division d
                            where d.org_id = a.org_id and d.id = any(a.may_divisions)) as may
                """)
            .bind("lease", lease.toMillis() / 1000.0)
            .map((row, _) -> read(row))
            .findOne());
  }

  private BulkJob read(ResultSet row) throws SQLException {
    Actor actor =
        Actor.of(
            row.getString("actor_kind"),
            row.getObject("actor_id", UUID.class),
            row.getString("actor_name"));
    OrgId org = new OrgId(row.getObject("org_id", UUID.class));
    BulkKind kind = BulkKind.ofWord(row.getString("kind"));
    UUID division = row.getObject("after_division", UUID.class);
    UUID after = row.getObject("after_id", UUID.class);
    return new BulkJob(
        row.getObject("id", UUID.class),
        new Scope(
            org,
            actor,
            Origin.PAGE,
            kind.permissions().getFirst(),
            divisions(row.getString("may"))),
        new Scope(org, actor, Origin.PAGE, kind.subject().view(), divisions(row.getString("seen"))),
        kind,
        Objects.requireNonNull(json.read(row.getString("selection"), Selection.class)),
        BulkStore.division(row),
        BulkState.ofWord(row.getString("state")),
        Objects.requireNonNull(json.read(row.getString("counts"), BulkCounts.class)),
        division == null || after == null
            ? Optional.empty()
            : Optional.of(new ScanPlace(new DivisionId(division), after)),
        row.getInt("epoch"),
        new AtomicBoolean());
  }

  private List<Division> divisions(String text) {
    return Stream.of(Objects.requireNonNull(json.read(text, StoredDivision[].class)))
        .map(StoredDivision::toDivision)
        .toList();
  }

  @Override
  public boolean renew(BulkJob job, Duration lease) {
    return 1
        == jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        "update bulk_action set lease_until = now() + make_interval(secs => :lease)"
                            + OURS),
                    job)
                .bind("lease", lease.toMillis() / 1000.0)
                .execute());
  }

  @Override
  public void release(BulkJob job, Duration pause, int maxAttempts, String reason, Instant now) {
    jdbi.useHandle(db ->
        ours(
                db.createUpdate(
                    """
                    update bulk_action
                       set lease_until = now() + make_interval(secs => :pause),
                           state = case when attempts >= :max then 'failed' else state end,
                           reason = case when attempts >= :max then :reason end,
                           finished_at = case when attempts >= :max then cast(:now as timestamptz) else finished_at end
                    """
                        + OURS),
                job)
            .bind("pause", pause.toMillis() / 1000.0)
            .bind("max", maxAttempts)
            .bind("reason", reason)
            .bind("now", now)
            .execute());
  }

  /// Notes records that were counted.
  ///
  /// @param last the last of them in the scan's order
  /// @param counts with them
  void count(BulkJob job, List<BulkItem> items, Optional<ScanPlace> last, BulkCounts counts) {
    require(
        job,
        jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        """
                        update bulk_action
                           set counts = cast(:counts as jsonb), attempts = 0,
                               after_division = coalesce(cast(:division as uuid), after_division),
                               after_id = coalesce(cast(:last as uuid), after_id)
                        """
                            + OURS),
                    job)
                .bind("counts", json.writeOne(counts))
                .bind("division", last.map(place -> place.division().value()).orElse(null))
                .bind("last", last.map(ScanPlace::id).orElse(null))
                .execute()));
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into bulk_item (org_id, action_id, subject_id, division_id, outcome)
                select :org, :id, r."id", "division", "outcome"
                """
                    + ITEMS)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("items", json.write(items.stream().map(ItemRow::of).toList()))
            .execute());
  }

  /// The next records with an outcome, by id.
  List<BulkItem> next(BulkJob job, BulkOutcome outcome, @Nullable UUID after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                ITEM
                    + """
                       and (cast(:after as uuid) is null or subject_id > :after)
                     order by subject_id
                     limit :max
                    """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("outcome", outcome.word())
            .bind("after", after)
            .bind("max", maxRows)
            .map((row, _) -> item(row))
            .list());
  }

  /// Those of some records that have an outcome.
  List<BulkItem> among(BulkJob job, Set<UUID> ids, BulkOutcome outcome) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(ITEM + " and subject_id = any(:ids)")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("outcome", outcome.word())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> item(row))
            .list());
  }

  private BulkItem item(ResultSet row) throws SQLException {
    return new BulkItem(
        row.getObject("subject_id", UUID.class),
        new DivisionId(row.getObject("division_id", UUID.class)),
        BulkOutcome.ofWord(row.getString("outcome")),
        json.read(row.getString("kept"), BulkItem.Kept.class));
  }

  /// Keeps what became of some records. @param counts with them
  void keep(BulkJob job, List<BulkItem> items, BulkCounts counts) {
    require(
        job,
        jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        "update bulk_action set counts = cast(:counts as jsonb), attempts = 0"
                            + OURS),
                    job)
                .bind("counts", json.writeOne(counts))
                .execute()));
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update bulk_item i
                   set outcome = r."outcome", kept = coalesce(r."kept", i.kept)
                """
                    + ITEMS
                    + " where i.org_id = :org and i.action_id = :id and i.subject_id = r.\"id\"")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("items", json.write(items.stream().map(ItemRow::of).toList()))
            .execute());
  }

  /// The phase is over. @param finishedAt null unless the action has run
  void move(BulkJob job, BulkState to, @Nullable Instant finishedAt) {
    require(
        job,
        jdbi.withHandle(db ->
            ours(
                    db.createUpdate(
                        """
                        update bulk_action
                           set state = :to, lease_until = null, attempts = 0,
                               finished_at = coalesce(cast(:finished as timestamptz), finished_at)
                        """
                            + OURS),
                    job)
                .bind("to", to.word())
                .bind("finished", finishedAt)
                .execute()));
  }

  private static void require(BulkJob job, int hit) {
    if (hit == 0) {
      job.lose();
      throw new LeasedJob.Lost();
    }
  }

  private static <T extends SqlStatement<T>> T ours(T statement, BulkJob job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("id", job.id())
        .bind("epoch", job.epoch())
        .bind("state", job.state().word());
  }
}
