package dev.callbook.csvimport;

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
import org.jdbi.v3.core.Jdbi;

/// What rows say of organizations, and which organization each was found to mean.
@ApplicationScoped
class OrganizationRowStore {
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
          .add(job.division(row.division()).id().value())
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
            "import_organization_row (org_id, import_id, row_number, line, division_id, external_id, name, name_key, sites, draft)"));
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
