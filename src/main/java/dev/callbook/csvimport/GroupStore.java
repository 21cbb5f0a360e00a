package dev.callbook.csvimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Rows together with the contact they mean.
@ApplicationScoped
class GroupStore {
  /// All rows that mean one contact, in file order.
  ///
  /// @param contact null where the first row adds it, or whom the rows meant is gone
  record Group(long firstRow, @Nullable UUID contact, List<RowDraft> rows) {}

  private final Jdbi jdbi;
  private final DraftRows drafts;

  GroupStore(Jdbi jdbi, DraftRows drafts) {
    this.jdbi = jdbi;
    this.drafts = drafts;
  }

  /// Groups of several rows in the order of their first rows.
  List<Group> next(Job job, long after, int maxGroups) {
    return jdbi.withHandle(db -> {
      Map<Long, Group> groups = new LinkedHashMap<>();
      db.createQuery(
              """
              select t.first_row, c.id as contact_id, r.draft
                from (select distinct first_row
                        from import_target
                       where org_id = :org and import_id = :id and first_row > :after and shared
                       order by first_row
                       limit :max) g
                join import_target t
                  on t.org_id = :org and t.import_id = :id and t.first_row = g.first_row and t.shared
                left join contact c
                  on c.org_id = :org and c.id = t.contact_id and c.division_id = any(:divisions)
                join import_row r
                  on r.org_id = :org and r.import_id = :id and r.row_number = t.row_number
               order by t.first_row, t.row_number
              """)
          .bind("org", job.scope().orgKey())
          .bind("id", job.id())
          .bind("divisions", job.scope().divisionKeys())
          .bind("after", after)
          .bind("max", maxGroups)
          .map((row, _) -> {
            UUID contact = row.getObject("contact_id", UUID.class);
            RowDraft draft = drafts.read(row.getBytes("draft"));
            groups
                .computeIfAbsent(
                    row.getLong("first_row"),
                    firstRow -> new Group(firstRow, contact, new ArrayList<>(1)))
                .rows()
                .add(draft);
            return draft;
          })
          .list();
      return List.copyOf(groups.values());
    });
  }
}
