package dev.callbook.identity.duplicate;

import dev.callbook.access.DivisionId;
import dev.callbook.access.OrgId;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Pairs of contacts in SQL: those that look like one person, and those that somebody said are two.
@ApplicationScoped
class DuplicateStore {
  private static final int BATCH = 5_000;

  private final Jdbi jdbi;
  private final Rows rows;

  DuplicateStore(Jdbi jdbi, Rows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  private record Line(
      UUID one,
      UUID other,
      UUID division,
      int rank,
      boolean byNumber,
      boolean byEmail,
      boolean byName) {
    static Line of(Pair pair) {
      return new Line(
          pair.one().value(),
          pair.other().value(),
          pair.division().value(),
          pair.rank(),
          pair.byNumber(),
          pair.byEmail(),
          pair.byName());
    }
  }

  /// A place in the list. @param rank of the last pair of the page before
  record After(int rank, UUID one, UUID other) {}

  /// A pair that is remembered as two people.
  record Apart(UUID id, Pair pair, Instant saidAt) {}

  /// The pairs within `scope`, the most alike first. Contacts that went since are left out.
  List<Pair> list(Scope scope, @Nullable After after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select near.*
                  from unnest(cast(:divisions as uuid[])) as d (division_id)
                 cross join lateral (
                       select p.one_id, p.other_id, p.division_id, p.rank, p.by_number, p.by_email, p.by_name
                         from duplicate_pair p
                        where p.org_id = :org
                          and p.division_id = d.division_id
                          and (p.rank, p.one_id, p.other_id) > (:rank, :one, :other)
                          and exists (select 1 from contact c where c.org_id = :org and c.id = p.one_id)
                          and exists (select 1 from contact c where c.org_id = :org and c.id = p.other_id)
                        order by p.rank, p.one_id, p.other_id
                        limit :max) as near
                 order by near.rank, near.one_id, near.other_id
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("rank", after == null ? 0 : after.rank())
            .bind("one", after == null ? new UUID(0, 0) : after.one())
            .bind("other", after == null ? new UUID(0, 0) : after.other())
            .bind("max", maxRows)
            .map((row, _) -> pair(row))
            .list());
  }

  /// The pairs that a contact is in, the most alike first.
  List<Pair> of(Scope scope, ContactId contact, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select one_id, other_id, division_id, rank, by_number, by_email, by_name
                  from duplicate_pair
                 where org_id = :org
                   and (one_id = :contact or other_id = :contact)
                   and division_id = any(:divisions)
                 order by rank, one_id, other_id
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("contact", contact.value())
            .bind("max", maxRows)
            .map((row, _) -> pair(row))
            .list());
  }

  /// Puts these pairs in the place of all within `scope`; those that are remembered as two people
  /// are left out.
  void replaceAll(Scope scope, List<Pair> pairs) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "delete from duplicate_pair where org_id = :org and division_id = any(:divisions)")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .execute());
    insert(scope, pairs);
  }

  /// As [#replaceAll], of one contact's pairs.
  void replace(Scope scope, ContactId contact, List<Pair> pairs) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from duplicate_pair
                 where org_id = :org
                   and (one_id = :contact or other_id = :contact)
                   and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("contact", contact.value())
            .execute());
    insert(scope, pairs);
  }

  private void insert(Scope scope, List<Pair> pairs) {
    for (int from = 0; from < pairs.size(); from += BATCH) {
      List<Line> lines =
          pairs.subList(from, Math.min(from + BATCH, pairs.size())).stream().map(Line::of).toList();
      jdbi.useHandle(db ->
          db.createUpdate(
                  """
                  insert into duplicate_pair
                         (org_id, one_id, other_id, division_id, rank, by_number, by_email, by_name)
                  select :org, r.one, r.other, r.division, r.rank, r."byNumber", r."byEmail", r."byName"
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                         one uuid, other uuid, division uuid, rank smallint, "byNumber" boolean, "byEmail" boolean,
                         "byName" boolean)
                   where r.division = any(:divisions)
                     and not exists (select 1
                                       from not_duplicate n
                                      where n.org_id = :org and n.one_id = r.one and n.other_id = r.other)
                      on conflict do nothing
                  """)
              .bind("org", scope.orgKey())
              .bind("divisions", scope.divisionKeys())
              .bind("rows", rows.write(lines))
              .execute());
    }
  }

  /// Remembers that a pair is two people, and takes it out of the list.
  ///
  /// @return false if the list has no such pair within `scope`
  boolean keepApart(Scope scope, UUID id, ContactId one, ContactId other, Instant now) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    with gone as (
                      delete from duplicate_pair
                       where org_id = :org and one_id = :one and other_id = :other and division_id = any(:divisions)
                      returning *)
                    insert into not_duplicate
                           (org_id, one_id, other_id, id, division_id, rank, by_number, by_email, by_name, said_at)
                    select org_id, one_id, other_id, :id, division_id, rank, by_number, by_email, by_name, :now
                      from gone
                        on conflict do nothing
                    """)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("one", one.value())
                .bind("other", other.value())
                .bind("id", id)
                .bind("now", now)
                .execute());
  }

  /// Forgets that a pair is two people, and puts it back into the list.
  ///
  /// @return what was forgotten; empty if nobody said so within `scope`
  Optional<Apart> forget(Scope scope, ContactId one, ContactId other) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with gone as (
                  delete from not_duplicate
                   where org_id = :org and one_id = :one and other_id = :other and division_id = any(:divisions)
                  returning *),
                back as (
                  insert into duplicate_pair
                         (org_id, one_id, other_id, division_id, rank, by_number, by_email, by_name)
                  select org_id, one_id, other_id, division_id, rank, by_number, by_email, by_name from gone
                      on conflict do nothing)
                select id, one_id, other_id, division_id, rank, by_number, by_email, by_name, said_at from gone
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("one", one.value())
            .bind("other", other.value())
            .map((row, _) -> apart(row))
            .findOne());
  }

  /// The pairs that are remembered as two people, the last one said first.
  List<Apart> apart(Scope scope, @Nullable UUID olderThan, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select near.*
                  from unnest(cast(:divisions as uuid[])) as d (division_id)
                 cross join lateral (
                       select n.id, n.one_id, n.other_id, n.division_id, n.rank, n.by_number, n.by_email, n.by_name,
                              n.said_at
                         from not_duplicate n
                        where n.org_id = :org
                          and n.division_id = d.division_id
                          and (cast(:after as uuid) is null or n.id < :after)
                          and exists (select 1 from contact c where c.org_id = :org and c.id = n.one_id)
                          and exists (select 1 from contact c where c.org_id = :org and c.id = n.other_id)
                        order by n.id desc
                        limit :max) as near
                 order by near.id desc
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("after", olderThan)
            .bind("max", maxRows)
            .map((row, _) -> apart(row))
            .list());
  }

  /// When the whole directory was looked through last.
  Optional<Instant> lookedAt(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery("select at from duplicate_look where org_id = :org")
            .bind("org", scope.orgKey())
            .map((row, _) -> Instants.read(row, "at"))
            .findOne());
  }

  void looked(Scope scope, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into duplicate_look (org_id, at) values (:org, :now)
                    on conflict (org_id) do update set at = excluded.at
                """)
            .bind("org", scope.orgKey())
            .bind("now", now)
            .execute());
  }

  /// Every organization.
  List<OrgId> organizations() {
    return jdbi.withHandle(
        db -> db.createQuery("select org_id from org").mapTo(UUID.class).map(OrgId::new).list());
  }

  private static Apart apart(ResultSet row) throws SQLException {
    return new Apart(row.getObject("id", UUID.class), pair(row), Instants.read(row, "said_at"));
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        new ContactId(row.getObject("one_id", UUID.class)),
        new ContactId(row.getObject("other_id", UUID.class)),
        new DivisionId(row.getObject("division_id", UUID.class)),
        row.getBoolean("by_number"),
        row.getBoolean("by_email"),
        row.getBoolean("by_name"));
  }
}
