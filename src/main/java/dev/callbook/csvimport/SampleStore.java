package dev.callbook.csvimport;

import dev.callbook.csvimport.GroupStore.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Some of what a dry run found, kept for people to look at.
@ApplicationScoped
class SampleStore {
  private final Jdbi jdbi;
  private final DraftRows drafts;

  SampleStore(Jdbi jdbi, DraftRows drafts) {
    this.jdbi = jdbi;
    this.drafts = drafts;
  }

  void keep(Job job, Collection<Group> groups) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into import_sample (org_id, import_id, first_row, contact_id, drafts)
                select :org, :id, g.first_row, g.contact_id, g.drafts
                  from unnest(cast(:rows as bigint[]), cast(:contacts as uuid[]), cast(:drafts as bytea[]))
                       as g (first_row, contact_id, drafts)
                    on conflict do nothing
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("rows", groups.stream().map(Group::firstRow).toArray(Long[]::new))
            .bind("contacts", groups.stream().map(Group::contact).toArray(UUID[]::new))
            .bind(
                "drafts",
                groups.stream().map(group -> drafts.write(group.rows())).toArray(byte[][]::new))
            .execute());
  }

  /// In file order.
  List<Group> all(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select first_row, contact_id, drafts
                  from import_sample
                 where org_id = :org and import_id = :id
                 order by first_row
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) ->
                new Group(
                    row.getLong("first_row"),
                    row.getObject("contact_id", UUID.class),
                    drafts.readAll(row.getBytes("drafts"))))
            .list());
  }
}
