package dev.callbook.csvimport;

import dev.callbook.csvimport.MatchStore.Clue;
import dev.callbook.csvimport.OrganizationGroups.Group;
import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.SqlStatement;

/// What rows say of organizations, and which organization each means.
@ApplicationScoped
class OrganizationRowStore {
  private static final int FETCH = 5_000;

  /// Each key that rows of the import hold.
  private static final String KEYS =
      """
      with k as materialized (
        select r.row_number, r.line, r.external_id, r.name, v.kind, v.key
          from import_organization_row r
         cross join lateral (
               select 'external' as kind, r.external_id as key
               union all
               select 'name', r.name_key
               union all
               select 'website', s.host collate "C" from unnest(string_to_array(r.sites, ' ')) as s (host)) v
         where r.org_id = :org and r.import_id = :import and v.key is not null
      """;

  /// Organizations of the import's division that hold one of these keys. Whom the same source calls
  /// otherwise is another one; of several with a name, those count that are spelt the same.
  private static final String HOLDERS =
      """
      , held as (
        select k.*, x.organization_id
          from k
          join organization_external_id x
            on x.org_id = :org and x.source_id = :source and x.value = k.key and x.division_id = :division
         where k.kind = 'external'
        union all
        select k.*, o.id
          from k
          join organization o on o.org_id = :org and o.division_id = :division and o.name_key = k.key
         where k.kind = 'name'
           and (o.name = k.name
                or not exists (
                   select
                     from organization p
                    where p.org_id = :org and p.division_id = :division and p.name_key = k.key and p.name = k.name))
        union all
        select k.*, o.id
          from k
          join (select w.id,
                       lower(substring(s.site from '^(?:[A-Za-z]+://)?(?:[Ww][Ww][Ww][.])?([^/:?#]+)')) as host
                  from organization w
                 cross join lateral unnest(w.websites) as s (site)
                 where w.org_id = :org and w.division_id = :division and :bySite) o
            on o.host collate "C" = k.key
         where k.kind = 'website'),
      holders as (
        select distinct h.row_number, h.line, h.external_id, h.kind, h.key, h.organization_id
          from held h
         where h.kind = 'external'
            or h.external_id is null
            or not exists (
               select
                 from organization_external_id y
                where y.org_id = :org and y.organization_id = h.organization_id and y.source_id = :source
                  and y.value <> h.external_id))
      """;

  private final Jdbi jdbi;
  private final DraftRows drafts;

  OrganizationRowStore(Jdbi jdbi, DraftRows drafts) {
    this.jdbi = jdbi;
    this.drafts = drafts;
  }

  void keep(Job job, List<OrganizationRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    boolean bySite = job.settings().matchOn().contains(MatchKey.WEBSITE);
    CopyRows copied = new CopyRows();
    for (OrganizationRow row : rows) {
      copied
          .add(job.scope().orgKey())
          .add(job.id())
          .add(row.row())
          .add(row.line())
          .add(row.externalId())
          .add(row.details().name())
          .add(row.nameKey())
          .add(bySite && !row.hosts().isEmpty() ? String.join(" ", row.hosts()) : null)
          .add(drafts.write(row))
          .endRow();
    }
    jdbi.useHandle(db ->
        copied.send(
            db,
            "import_organization_row (org_id, import_id, row_number, line, external_id, name, name_key, sites, draft)"));
  }

  /// What rows are recognised by, and by whom: all clues in the order of the rows, streamed. Must
  /// run in a transaction.
  void clues(Job job, Consumer<Clue> reader) {
    jdbi.useHandle(db -> {
      db.execute("analyze import_organization_row");
      db.execute("set local work_mem = '64MB'");
      try (ResultIterator<Clue> clues =
          bind(
                  db.createQuery(
                      KEYS
                          + ")"
                          + HOLDERS
                          + """
                          select row_number, line, external_id, kind, key, organization_id from holders
                          union all
                          select k.row_number, k.line, k.external_id, k.kind, k.key, null
                            from k
                            join (select o.kind, o.key from k o group by o.kind, o.key having count(*) > 1) as shared
                              on shared.kind = k.kind and shared.key = k.key
                           order by row_number
                          """),
                  job)
              .setFetchSize(FETCH)
              .map((row, _) ->
                  new Clue(
                      row.getLong("row_number"),
                      row.getLong("line"),
                      row.getString("kind"),
                      row.getString("key"),
                      row.getObject("organization_id", UUID.class),
                      row.getString("external_id")))
              .iterator()) {
        clues.forEachRemaining(reader);
      }
    });
  }

  /// The organizations that hold a key of these rows by now: by external id, else by name, else by
  /// website; of several the oldest.
  Map<Long, UUID> holders(Job job, Collection<Long> rows) {
    Map<Long, UUID> found = new HashMap<>();
    if (rows.isEmpty()) {
      return found;
    }
    jdbi.useHandle(db ->
        bind(
                db.createQuery(
                    KEYS
                        + " and r.row_number = any(:rows))"
                        + HOLDERS
                        + """
                        select row_number, organization_id
                          from holders
                         order by row_number, array_position(array['external', 'name', 'website'], kind), organization_id
                        """),
                job)
            .bind("rows", rows.toArray(Long[]::new))
            .map((row, _) ->
                found.putIfAbsent(
                    row.getLong("row_number"), row.getObject("organization_id", UUID.class)))
            .list());
    return found;
  }

  private static <T extends SqlStatement<T>> T bind(T statement, Job job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("import", job.id())
        .bind("division", job.division().id().value())
        .bind("source", job.settings().source())
        .bind("bySite", job.settings().matchOn().contains(MatchKey.WEBSITE));
  }

  void keepTargets(Job job, List<Target> targets) {
    CopyRows rows = new CopyRows();
    for (Target target : targets) {
      rows.add(job.scope().orgKey())
          .add(job.id())
          .add(target.row())
          .add(target.firstRow())
          .add(target.contact())
          .endRow();
    }
    jdbi.useHandle(db ->
        rows.send(
            db,
            "import_organization_target (org_id, import_id, row_number, first_row, organization_id)"));
  }

  /// Rows that met nobody add one each; those that met the same stored organization by different
  /// keys become one group. To be called once, when all targets are kept.
  void completeTargets(Job job) {
    jdbi.useHandle(db -> {
      for (String statement :
          List.of(
              """
              insert into import_organization_target (org_id, import_id, row_number, first_row)
              select r.org_id, r.import_id, r.row_number, r.row_number
                from import_organization_row r
               where r.org_id = :org and r.import_id = :import
                  on conflict do nothing
              """,
              """
              update import_organization_target t
                 set first_row = g.first_row
                from (select organization_id, min(row_number) as first_row
                        from import_organization_target
                       where org_id = :org and import_id = :import and organization_id is not null
                       group by organization_id
                      having count(*) > 1) g
               where t.org_id = :org
                 and t.import_id = :import
                 and t.organization_id = g.organization_id
                 and t.first_row <> g.first_row
              """)) {
        db.createUpdate(statement)
            .bind("org", job.scope().orgKey())
            .bind("import", job.id())
            .execute();
      }
      db.execute("analyze import_organization_target");
    });
  }

  /// All rows that mean one organization together, in the order of their first rows.
  List<Group> next(Job job, long after, int maxGroups) {
    return jdbi.withHandle(db -> {
      Map<Long, Group> groups = new LinkedHashMap<>();
      db.createQuery(
              """
              select t.first_row, o.id as organization_id, r.draft
                from (select distinct first_row
                        from import_organization_target
                       where org_id = :org and import_id = :import and first_row > :after
                       order by first_row
                       limit :max) g
                join import_organization_target t
                  on t.org_id = :org and t.import_id = :import and t.first_row = g.first_row
                left join organization o
                  on o.org_id = :org and o.id = t.organization_id and o.division_id = any(:divisions)
                join import_organization_row r
                  on r.org_id = :org and r.import_id = :import and r.row_number = t.row_number
               order by t.first_row, t.row_number
              """)
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .bind("divisions", job.scope().divisionKeys())
          .bind("after", after)
          .bind("max", maxGroups)
          .map((row, _) -> {
            UUID organization = row.getObject("organization_id", UUID.class);
            OrganizationRow draft = drafts.readOrganization(row.getBytes("draft"));
            groups
                .computeIfAbsent(
                    row.getLong("first_row"),
                    firstRow -> new Group(firstRow, organization, new ArrayList<>(1)))
                .rows()
                .add(draft);
            return draft;
          })
          .list();
      return List.copyOf(groups.values());
    });
  }

  /// Notes which organization the rows of each group mean by now. @param organizations by first row
  void link(Job job, Map<Long, UUID> organizations) {
    List<Long> rows = List.copyOf(organizations.keySet());
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update import_organization_target t
                   set organization_id = found.id
                  from unnest(cast(:rows as bigint[]), cast(:ids as uuid[])) as found (first_row, id)
                 where t.org_id = :org
                   and t.import_id = :import
                   and t.first_row = found.first_row
                   and t.organization_id is distinct from found.id
                """)
            .bind("org", job.scope().orgKey())
            .bind("import", job.id())
            .bind("rows", rows.toArray(Long[]::new))
            .bind("ids", rows.stream().map(organizations::get).toArray(UUID[]::new))
            .execute());
  }

  /// The stored organizations of these rows, by row; those yet to be added are left out.
  Map<Long, UUID> of(Job job, Collection<Long> rows) {
    return jdbi.withHandle(db -> {
      Map<Long, UUID> found = new HashMap<>();
      db.createQuery(
              """
              select t.row_number, t.organization_id
                from import_organization_target t
               where t.org_id = :org
                 and t.import_id = :import
                 and t.row_number = any(:rows)
                 and t.organization_id is not null
              """)
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .bind("rows", rows.toArray(Long[]::new))
          .map((row, _) ->
              found.put(row.getLong("row_number"), row.getObject("organization_id", UUID.class)))
          .list();
      return found;
    });
  }
}
