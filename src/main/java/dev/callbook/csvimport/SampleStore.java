package dev.callbook.csvimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Some of what a dry run found, kept for people to look at.
@ApplicationScoped
class SampleStore {
  /// Rows that mean one record, as they are kept.
  private record Kept(long firstRow, @Nullable UUID record, byte[] drafts) {}

  private final Jdbi jdbi;
  private final DraftRows drafts;

  SampleStore(Jdbi jdbi, DraftRows drafts) {
    this.jdbi = jdbi;
    this.drafts = drafts;
  }

  void keepContacts(Job job, List<GroupStore.Group> groups) {
    keep(
        job,
        groups.stream()
            .map(group -> new Kept(group.firstRow(), group.contact(), drafts.write(group.rows())))
            .toList());
  }

  void keepOrganizations(Job job, List<OrganizationGroups.Group> groups) {
    keep(
        job,
        groups.stream()
            .map(group ->
                new Kept(
                    group.firstRow(),
                    group.organization(),
                    drafts.writeOrganizations(group.rows())))
            .toList());
  }

  private void keep(Job job, List<Kept> groups) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into import_sample (org_id, import_id, first_row, record_id, drafts)
                select :org, :id, g.first_row, g.record_id, g.drafts
                  from unnest(cast(:rows as bigint[]), cast(:records as uuid[]), cast(:drafts as bytea[]))
                       as g (first_row, record_id, drafts)
                    on conflict do nothing
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("rows", groups.stream().map(Kept::firstRow).toArray(Long[]::new))
            .bind("records", groups.stream().map(Kept::record).toArray(UUID[]::new))
            .bind("drafts", groups.stream().map(Kept::drafts).toArray(byte[][]::new))
            .execute());
  }

  /// In file order.
  List<GroupStore.Group> contacts(Job job) {
    return all(job).stream()
        .map(kept ->
            new GroupStore.Group(kept.firstRow(), kept.record(), drafts.readAll(kept.drafts())))
        .toList();
  }

  /// In file order.
  List<OrganizationGroups.Group> organizations(Job job) {
    return all(job).stream()
        .map(kept ->
            new OrganizationGroups.Group(
                kept.firstRow(), kept.record(), drafts.readOrganizations(kept.drafts())))
        .toList();
  }

  private List<Kept> all(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select first_row, record_id, drafts
                  from import_sample
                 where org_id = :org and import_id = :id
                 order by first_row
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) ->
                new Kept(
                    row.getLong("first_row"),
                    row.getObject("record_id", UUID.class),
                    row.getBytes("drafts")))
            .list());
  }
}
