package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.organization.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The records that the undo of an import leaves otherwise than they were before it.
@ApplicationScoped
class UndoItemStore {
  private static final String OF_THE_UNDO = " where org_id = :org and import_id = :id ";

  private final Jdbi jdbi;

  UndoItemStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Notes some. A record has one line; the last word counts.
  void keep(Scope scope, UUID importId, List<UndoItem> items) {
    if (items.isEmpty()) {
      return;
    }
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into import_undo_item
                       (org_id, import_id, subject_id, subject_kind, outcome, reason, fields, employer_id)
                select :org, :id, r.id, r.kind, r.outcome, r.reason,
                       case when r.fields = '' then '{}' else string_to_array(r.fields, ' ') end, r.employer
                  from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:outcomes as text[]),
                              cast(:reasons as text[]), cast(:fields as text[]), cast(:employers as uuid[]))
                       as r (id, kind, outcome, reason, fields, employer)
                    on conflict (org_id, import_id, subject_id) do update
                   set outcome = excluded.outcome, reason = excluded.reason, fields = excluded.fields,
                       employer_id = excluded.employer_id
                """)
            .bind("org", scope.orgKey())
            .bind("id", importId)
            .bind("ids", items.stream().map(UndoItem::id).toArray(UUID[]::new))
            .bind(
                "kinds",
                items.stream()
                    .map(item -> item.isOrganization() ? "organization" : "contact")
                    .toArray(String[]::new))
            .bind("outcomes", items.stream().map(i -> i.outcome().word()).toArray(String[]::new))
            .bind("reasons", items.stream().map(i -> i.reason().word()).toArray(String[]::new))
            .bind(
                "fields",
                items.stream().map(i -> String.join(" ", i.fields())).toArray(String[]::new))
            .bind("employers", items.stream().map(UndoItem::employer).toArray(UUID[]::new))
            .execute());
  }

  /// Forgets all of them.
  void clear(Scope scope, UUID importId) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from import_undo_item" + OF_THE_UNDO)
            .bind("org", scope.orgKey())
            .bind("id", importId)
            .execute());
  }

  /// The next of them, by record.
  ///
  /// @param after the last of the page before; null for the first page
  List<UndoItem> next(Scope scope, UUID importId, @Nullable UUID after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select i.subject_id, i.subject_kind, i.outcome, i.reason, i.fields, i.employer_id
                  from import_undo_item i
                  join import_undo u
                    on u.org_id = i.org_id and u.import_id = i.import_id and u.divisions <@ cast(:divisions as uuid[])
                 where i.org_id = :org and i.import_id = :id and i.outcome <> 'parted'
                """
                    + (after == null ? "" : " and i.subject_id > :after")
                    + " order by i.subject_id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", importId)
            .bind("after", after)
            .bind("max", maxRows)
            .map((row, _) -> read(row))
            .list());
  }

  private static UndoItem read(ResultSet row) throws SQLException {
    return new UndoItem(
        row.getObject("subject_id", UUID.class),
        row.getString("subject_kind").equals("organization"),
        UndoOutcome.ofWord(row.getString("outcome")),
        UndoReason.ofWord(row.getString("reason")),
        List.of((String[]) row.getArray("fields").getArray()),
        row.getObject("employer_id", UUID.class));
  }

  /// Those of some records of which it is known already what becomes of them.
  Set<UUID> among(Scope scope, UUID importId, Collection<UUID> records) {
    return records.isEmpty()
        ? Set.of()
        : jdbi.withHandle(db ->
            db.createQuery(
                    "select subject_id from import_undo_item"
                        + OF_THE_UNDO
                        + "and subject_id = any(:records)")
                .bind("org", scope.orgKey())
                .bind("id", importId)
                .bind("records", records.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /// Contacts that the import made one, by id.
  ///
  /// @param after the last of the page before; null for the first page
  List<UUID> merged(Scope scope, UUID importId, @Nullable UUID after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select distinct into_contact from import_merge"
                    + OF_THE_UNDO
                    + "and merged"
                    + (after == null ? "" : " and into_contact > :after")
                    + " order by into_contact limit :max")
            .bind("org", scope.orgKey())
            .bind("id", importId)
            .bind("after", after)
            .bind("max", maxRows)
            .mapTo(UUID.class)
            .list());
  }

  long countMerged(Scope scope, UUID importId) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(distinct into_contact) from import_merge"
                    + OF_THE_UNDO
                    + "and merged")
            .bind("org", scope.orgKey())
            .bind("id", importId)
            .mapTo(Long.class)
            .one());
  }

  /// Organizations that somebody will work for when the import is undone: contacts that it did not
  /// bring there, and those that are kept there, as counting found before.
  Set<OrganizationId> staffed(
      Scope scope, UUID importId, UUID lastEntry, Collection<OrganizationId> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select o.id
                  from unnest(cast(:ids as uuid[])) as o (id)
                 where exists (select from merged_contact m
                                where m.org_id = :org and m.external_organization_id = o.id)
                    or exists (
                       select
                         from contact c
                         left join import_undo_item i
                           on i.org_id = :org and i.import_id = :id and i.subject_id = c.id
                        where c.org_id = :org
                          and c.external_organization_id = o.id
                          and (i.employer_id = o.id
                               or (i.subject_id is null and not exists (
                                   select
                                     from change e
                                    where e.org_id = :org
                                      and e.subject_id = c.id
                                      and e.origin_id = :id
                                      and e.id <= :last
                                      and (e.action = 'added' or e.after ->> 'organization' = o.id::text)))))
                """)
            .bind("org", scope.orgKey())
            .bind("id", importId)
            .bind("last", lastEntry)
            .bind("ids", ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
            .mapTo(UUID.class)
            .map(OrganizationId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
