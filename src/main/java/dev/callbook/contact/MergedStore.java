package dev.callbook.contact;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Contacts that were merged into others, in SQL. Whoever writes holds the head of their tree, a
/// row of `contact`.
@ApplicationScoped
class MergedStore {
  private static final String SELECT =
      """
      select m.id, m.division_id, m.type, m.created_at, m.modified_at, m.version, m.canonical_id,
             m.details || jsonb_build_object('organization', m.external_organization_id) as details,
      """
          + "("
          + MergedRows.MEMBERS
          + ") as merge_set"
          + """
            from merged_contact m
           where m.org_id = :org
             and m.division_id = any(:divisions)
          """;

  private final Jdbi jdbi;
  private final MergedRows rows;

  MergedStore(Jdbi jdbi, MergedRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  List<Contact> find(Scope scope, Collection<ContactId> ids) {
    return select(scope, ids, " and m.id = any(:ids) order by m.id");
  }

  /// All members of some trees but their heads.
  List<Contact> below(Scope scope, Collection<ContactId> canonicals) {
    return select(scope, canonicals, " and m.canonical_id = any(:ids) order by m.id");
  }

  private List<Contact> select(Scope scope, Collection<ContactId> ids, String which) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + which)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .map((row, _) -> rows.read(row))
            .list());
  }

  /// @return by id who stands for it now: for those that were merged away the head of the tree, for
  ///   those made anew in another division the new one, or whom that was merged into
  Map<ContactId, ContactId> canonicals(Scope scope, Collection<ContactId> ids) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select id, canonical_id
                  from merged_contact
                 where org_id = :org
                   and id = any(:ids)
                   and division_id = any(:divisions)
                union all
                select s.id, coalesce(m.canonical_id, s.contact_id)
                  from contact_successor s
                  left join merged_contact m
                    on m.org_id = s.org_id and m.id = s.contact_id
                 where s.org_id = :org
                   and s.id = any(:ids)
                   and s.division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .map((row, _) ->
                Map.entry(
                    new ContactId(row.getObject("id", UUID.class)),
                    new ContactId(row.getObject("canonical_id", UUID.class))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Puts contacts below a new head, with those already below them.
  void insert(Scope scope, List<Contact> inputs, ContactId into, Instant now) {
    UUID[] ids = inputs.stream().map(input -> input.id().value()).toArray(UUID[]::new);
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              update merged_contact
                 set canonical_id = :into
               where org_id = :org and canonical_id = any(:ids) and division_id = any(:divisions)
              """)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("ids", ids)
          .bind("into", into.value())
          .execute();
      db.createUpdate(MergedRows.INSERT)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("rows", rows.write(inputs))
          .bind("into", into.value())
          .bind("now", now)
          .execute();
    });
  }

  /// Takes contacts out, as heads of what is below them.
  void release(Scope scope, List<Contact> heads) {
    remove(scope, heads.stream().map(Contact::id).toList());
    UUID[] members =
        heads.stream()
            .flatMap(head -> head.mergeSet().mergedTo().keySet().stream())
            .map(ContactId::value)
            .toArray(UUID[]::new);
    UUID[] canonicals =
        heads.stream()
            .flatMap(
                head -> head.mergeSet().mergedTo().keySet().stream().map(_ -> head.id().value()))
            .toArray(UUID[]::new);
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update merged_contact m
                   set canonical_id = r.canonical
                  from unnest(cast(:members as uuid[]), cast(:canonicals as uuid[])) as r (member, canonical)
                 where m.org_id = :org and m.id = r.member and m.division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("members", members)
            .bind("canonicals", canonicals)
            .execute());
  }

  void remove(Scope scope, Collection<ContactId> ids) {
    if (ids.isEmpty()) {
      return;
    }
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from merged_contact
                 where org_id = :org and id = any(:ids) and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .execute());
  }

  private static UUID[] keys(Collection<ContactId> ids) {
    return ids.stream().map(ContactId::value).toArray(UUID[]::new);
  }
}
