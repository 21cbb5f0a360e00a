package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactUnload.Use;
import dev.callbook.directory.SearchWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /// The versions of those that are there.
  ///
  /// @param locks whether nobody may write what points at them until the transaction ends
  Map<ContactId, Integer> versions(Scope scope, Collection<ContactId> contacts, boolean locks) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select c.id, c.version
                  from contact c
                 where c.org_id = :org
                   and c.id = any(:ids)
                   and c.division_id = any(:divisions)
                """
                    + (locks ? " order by c.id for update" : ""))
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(contacts))
            .map((row, _) ->
                Map.entry(new ContactId(row.getObject("id", UUID.class)), row.getInt("version")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// What points at contacts: of each the first kind. Each is asked of one index.
  Map<ContactId, Use> attachments(Scope scope, Collection<ContactId> contacts) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select subject_id as id, 'NOTED' as use
                  from note where org_id = :org and subject_id = any(:ids)
                union
                select contact_id, 'CALLED'
                  from interaction where org_id = :org and contact_id = any(:ids)
                union
                select contact_id, 'PICKED'
                  from caller_pick where org_id = :org and contact_id = any(:ids)
                union
                select contact_id, 'CLAIMED'
                  from contact_identifier where org_id = :org and contact_id = any(:ids)
                """)
            .bind("org", scope.orgKey())
            .bind("ids", keys(contacts))
            .map((row, _) ->
                Map.entry(
                    new ContactId(row.getObject("id", UUID.class)),
                    Use.valueOf(row.getString("use"))))
            .list()
            .stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one.compareTo(other) < 0 ? one : other)));
  }

  /// Those of some contacts that were merged into others.
  Set<ContactId> merged(Scope scope, Collection<ContactId> contacts) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id from merged_contact
                 where org_id = :org and id = any(:ids) and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(contacts))
            .mapTo(UUID.class)
            .map(ContactId::new)
            .collect(Collectors.toUnmodifiableSet()));
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
