package dev.callbook.csvimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Some of what a dry run found, kept for people to look at.
@ApplicationScoped
class SampleStore {
  private final Jdbi jdbi;
  private final DraftRows drafts;

  SampleStore(Jdbi jdbi, DraftRows drafts) {
    this.jdbi = jdbi;
    this.drafts = drafts;
  }

  void keepContacts(Job job, List<GroupStore.Group> groups) {
    keep(
        job,
        groups.stream().map(GroupStore.Group::firstRow).toArray(Long[]::new),
        groups.stream().map(GroupStore.Group::contact).toArray(UUID[]::new),
        groups.stream().map(group -> drafts.write(group.rows())).toArray(byte[][]::new));
  }

  void keepOrganizations(Job job, List<OrganizationGroups.Group> groups) {
    keep(
        job,
        groups.stream().map(OrganizationGroups.Group::firstRow).toArray(Long[]::new),
        groups.stream().map(OrganizationGroups.Group::organization).toArray(UUID[]::new),
        groups.stream()
            .map(group -> drafts.writeOrganizations(group.rows()))
            .toArray(byte[][]::new));
  }

  private void keep(Job job, Long[] firstRows, @Nullable UUID[] records, byte[][] written) {
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
            .bind("rows", firstRows)
            .bind("records", records)
            .bind("drafts", written)
            .execute());
  }

  /// In file order.
  List<GroupStore.Group> contacts(Job job) {
    return all(
        job, (row, record, written) -> new GroupStore.Group(row, record, drafts.readAll(written)));
  }

  /// In file order.
  List<OrganizationGroups.Group> organizations(Job job) {
    return all(
        job,
        (row, record, written) ->
            new OrganizationGroups.Group(row, record, drafts.readOrganizations(written)));
  }

  /// Makes a group of what is kept of it.
  private interface Reader<G> {
    G read(long firstRow, @Nullable UUID record, byte[] written);
  }

  private <G> List<G> all(Job job, Reader<G> reader) {
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
                reader.read(
                    row.getLong("first_row"),
                    row.getObject("record_id", UUID.class),
                    row.getBytes("drafts")))
            .list());
  }
}
