package dev.callbook.contact;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Contacts out of their tables, for good or because they were merged into others. They must be
/// locked.
@ApplicationScoped
class ContactRemovalStore {
  /// What a contact is found by, and goes with it. No foreign key does it: they would cost an
  /// import a quarter of its speed.
  static final List<String> KEYS =
      List.of(
          "contact_phrase",
          "contact_phone",
          "contact_email",
          "contact_handle",
          "contact_external_id",
          "contact_custom_key");

  /// What points at a contact from outside. No foreign key does it: it would not let a contact be
  /// merged away.
  private static final List<String> POINTING_HERE =
      List.of(
          "update interaction set contact_id = null where org_id = :org and contact_id = any(:ids)",
          "delete from contact_identifier where org_id = :org and contact_id = any(:ids)",
          "delete from caller_pick where org_id = :org and contact_id = any(:ids)",
          "delete from contact_successor where org_id = :org and contact_id = any(:ids)");

  private final Jdbi jdbi;

  ContactRemovalStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Removes contacts with what hangs on them and on those merged into them; interactions stay,
  /// without a contact.
  void remove(Scope scope, List<Contact> contacts) {
    UUID[] members = keys(contacts.stream().flatMap(c -> c.mergeSet().members().stream()).toList());
    jdbi.useHandle(db -> {
      releaseKeys(scope, db, contacts);
      withdraw(db, scope, contacts);
      // After the contacts: whoever kept one of them has written by now what is to go.
      for (String statement : POINTING_HERE) {
        db.createUpdate(statement).bind("org", scope.orgKey()).bind("ids", members).execute();
      }
      db.createUpdate(
              """
              delete from note
               where org_id = :org and subject_id = any(:ids) and division_id = any(:divisions)
              """)
          .bind("org", scope.orgKey())
          .bind("ids", members)
          .bind("divisions", scope.divisionKeys())
          .execute();
    });
  }

  /// Removes what contacts are found by: from then on others may have their external ids.
  void releaseKeys(Scope scope, List<Contact> contacts) {
    jdbi.useHandle(db -> releaseKeys(scope, db, contacts));
  }

  static void releaseKeys(Scope scope, Handle db, List<Contact> contacts) {
    for (String table : KEYS) {
      db.createUpdate(
              "delete from "
                  + table
                  + " where org_id = :org and contact_id = any(:ids) and division_id = any(:divisions)")
          .bind("org", scope.orgKey())
          .bind("ids", keys(contacts.stream().map(Contact::id).toList()))
          .bind("divisions", scope.divisionKeys())
          .execute();
    }
  }

  /// Removes contacts themselves, and nothing that points at them. Their keys must be released.
  void withdraw(Scope scope, List<Contact> contacts) {
    jdbi.useHandle(db -> withdraw(db, scope, contacts));
  }

  private static void withdraw(Handle db, Scope scope, List<Contact> contacts) {
    db.createUpdate(
            """
            delete from contact
             where org_id = :org and id = any(:ids) and division_id = any(:divisions)
            """)
        .bind("org", scope.orgKey())
        .bind("ids", keys(contacts.stream().map(Contact::id).toList()))
        .bind("divisions", scope.divisionKeys())
        .execute();
  }

  /// Lets the interactions of one contact, and who was picked for a number, be another's.
  void handOn(Scope scope, ContactId from, ContactId to) {
    jdbi.useHandle(db -> {
      for (String table : List.of("interaction", "caller_pick")) {
        db.createUpdate(
                "update "
                    + table
                    + " set contact_id = :to where org_id = :org and contact_id = :from")
            .bind("org", scope.orgKey())
            .bind("from", from.value())
            .bind("to", to.value())
            .execute();
      }
    });
  }

  private static UUID[] keys(Collection<ContactId> ids) {
    return ids.stream().map(ContactId::value).toArray(UUID[]::new);
  }
}
