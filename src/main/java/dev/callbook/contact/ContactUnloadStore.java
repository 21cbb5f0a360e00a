package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactUnload.Use;
import dev.callbook.directory.SearchWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Contacts out of their tables by the thousand.
@ApplicationScoped
class ContactUnloadStore {
  private final Jdbi jdbi;

  ContactUnloadStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Until the transaction ends nobody writes what points at them.
  void lock(Scope scope, Collection<ContactId> contacts) {
    jdbi.useHandle(db ->
        db.createQuery(
                """
                select c.id
                  from contact c
                 where c.org_id = :org
                   and c.id = any(:ids)
                   and c.division_id = any(:divisions)
                 order by c.id
                   for update
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(contacts))
            .mapTo(UUID.class)
            .list());
  }

  /// @return without those that nobody has had to do with
  Map<ContactId, Use> uses(Scope scope, Collection<ContactId> contacts) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select used.id, used.use
                  from (select i.id,
                               case
                                 when c.id is null then
                                   case when exists (select from merged_contact m
                                                      where m.org_id = :org and m.id = i.id
                                                        and m.division_id = any(:divisions))
                                        then 'MERGED' else 'GONE' end
                                 when exists (select from note n
                                               where n.org_id = :org and n.subject_id = i.id) then 'NOTED'
                                 when exists (select from interaction a
                                               where a.org_id = :org and a.contact_id = i.id) then 'CALLED'
                                 when exists (select from caller_pick p
                                               where p.org_id = :org and p.contact_id = i.id) then 'PICKED'
                                 when exists (select from contact_identifier d
                                               where d.org_id = :org and d.contact_id = i.id) then 'CLAIMED'
                                 when c.version > 1 then 'CHANGED'
                               end as use
                          from unnest(cast(:ids as uuid[])) as i (id)
                          left join contact c
                            on c.org_id = :org and c.id = i.id and c.division_id = any(:divisions)) as used
                 where used.use is not null
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(contacts))
            .map((row, _) ->
                Map.entry(
                    new ContactId(row.getObject("id", UUID.class)),
                    Use.valueOf(row.getString("use"))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Removes contacts at which nothing points, with what they are found by. They must be locked.
  ///
  /// @return what search kept of their names
  List<SearchWords> remove(Scope scope, Collection<ContactId> contacts) {
    return jdbi.withHandle(db -> {
      for (String table : ContactRemovalStore.KEYS) {
        db.createUpdate(
                "delete from "
                    + table
                    + " where org_id = :org and contact_id = any(:ids) and division_id = any(:divisions)")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(contacts))
            .execute();
      }
      return db.createQuery(
              """
              delete from contact
               where org_id = :org and id = any(:ids) and division_id = any(:divisions)
              returning first_name, middle_name, last_name
              """)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("ids", keys(contacts))
          .map((row, _) ->
              SearchWords.ofPerson(
                  row.getString("first_name"),
                  row.getString("middle_name"),
                  row.getString("last_name")))
          .list();
    });
  }

  private static UUID[] keys(Collection<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toArray(UUID[]::new);
  }
}
