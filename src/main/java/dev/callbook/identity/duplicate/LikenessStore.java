package dev.callbook.identity.duplicate;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.identity.duplicate.Likenesses.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// What contacts have in common, in SQL. The looks at a whole organization read each table once, in
/// the order of an index where there is one; those at one contact read indexes alone.
@ApplicationScoped
class LikenessStore {
  /// What more contacts share is a switchboard or a mailbox for all, and says nothing.
  private static final int MAX_SHARING = 10;

  /// The same, of contacts whose names are compared next.
  private static final int MAX_BLOCK = 20;

  private static final int MAX_GROUPS = 100_000;
  private static final int MAX_NAMESAKES = 500;
  private static final int MAX_COLLEAGUES = 2_000;
  private static final int BATCH = 10_000;

  private final Jdbi jdbi;

  LikenessStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<Group> sharingNumber(Scope scope) {
    return groups(
        scope,
        MAX_SHARING,
        """
        select division_id, array_agg(distinct contact_id) as contacts
          from contact_phone
         where org_id = :org
           and lookup_key is not null
           and division_id = any(:divisions)
         group by lookup_key, division_id
        having count(*) > 1 and count(distinct contact_id) between 2 and :most
         limit :groups
        """);
  }

  List<Group> sharingEmail(Scope scope) {
    return groups(
        scope,
        MAX_SHARING,
        """
        select division_id, array_agg(distinct contact_id) as contacts
          from contact_email
         where org_id = :org
           and division_id = any(:divisions)
         group by division_id, email_key
        having count(*) > 1 and count(distinct contact_id) between 2 and :most
         limit :groups
        """);
  }

  /// Colleagues with the same family name, and the same first letter of the given name.
  List<Group> colleaguesByFamilyName(Scope scope) {
    return groups(
        scope,
        MAX_BLOCK,
        """
        select division_id, array_agg(id) as contacts
          from contact
         where org_id = :org
           and division_id = any(:divisions)
           and external_organization_id is not null
           and name_key <> ''
         group by external_organization_id, division_id, split_part(surname_key, ' ', 1), left(name_key, 1)
        having count(*) between 2 and :most
         limit :groups
        """);
  }

  /// Colleagues with the same given name, and the same first letter of the family name.
  List<Group> colleaguesByGivenName(Scope scope) {
    return groups(
        scope,
        MAX_BLOCK,
        """
        select division_id, array_agg(id) as contacts
          from contact
         where org_id = :org
           and division_id = any(:divisions)
           and external_organization_id is not null
           and name_key <> ''
         group by external_organization_id, division_id, split_part(name_key, ' ', 1), left(surname_key, 1)
        having count(*) between 2 and :most
         limit :groups
        """);
  }

  /// People with the same family name whose numbers end alike: one of them may have been written
  /// without its country.
  List<Group> sharingEndOfNumber(Scope scope) {
    return groups(
        scope,
        MAX_BLOCK,
        """
        select c.division_id, array_agg(distinct c.id) as contacts
          from contact_phone p
          join contact c on c.org_id = p.org_id and c.id = p.contact_id
         where p.org_id = :org
           and p.division_id = any(:divisions)
           and length(p.digits) >= 7
           and c.surname_key <> ''
         group by right(p.digits, 7), c.division_id, split_part(c.surname_key, ' ', 1)
        having count(*) > 1 and count(distinct c.id) between 2 and :most
         limit :groups
        """);
  }

  private List<Group> groups(Scope scope, int most, String statement) {
    return jdbi.withHandle(db ->
        bind(db.createQuery(statement), scope)
            .bind("most", most)
            .bind("groups", MAX_GROUPS)
            .map((row, _) -> group(row))
            .list());
  }

  private static Group group(ResultSet row) throws SQLException {
    UUID[] contacts = (UUID[]) row.getArray("contacts").getArray();
    return new Group(
        new DivisionId(row.getObject("division_id", UUID.class)),
        Arrays.stream(contacts).map(ContactId::new).toList());
  }

  /// Who shares a number with a contact; the contact itself not among them.
  List<ContactId> sharingNumber(Scope scope, ContactId contact) {
    return others(
        scope,
        contact,
        MAX_SHARING,
        """
        select distinct other.contact_id as id
          from contact_phone own
          join contact_phone other
            on other.org_id = own.org_id
           and other.lookup_key = own.lookup_key
           and other.division_id = own.division_id
           and other.contact_id <> own.contact_id
         where own.org_id = :org
           and own.contact_id = :contact
           and own.lookup_key is not null
           and own.division_id = any(:divisions)
         limit :most
        """);
  }

  List<ContactId> sharingEmail(Scope scope, ContactId contact) {
    return others(
        scope,
        contact,
        MAX_SHARING,
        """
        select distinct other.contact_id as id
          from contact_email own
          join contact_email other
            on other.org_id = own.org_id
           and other.division_id = own.division_id
           and other.email_key = own.email_key
           and other.contact_id <> own.contact_id
         where own.org_id = :org
           and own.contact_id = :contact
           and own.division_id = any(:divisions)
         limit :most
        """);
  }

  /// Who works in the same organization.
  List<ContactId> colleagues(Scope scope, ContactId contact) {
    return others(
        scope,
        contact,
        MAX_COLLEAGUES,
        """
        select other.id
          from contact own
          join contact other
            on other.org_id = own.org_id
           and other.external_organization_id = own.external_organization_id
           and other.division_id = own.division_id
           and other.id <> own.id
         where own.org_id = :org
           and own.id = :contact
           and own.division_id = any(:divisions)
         limit :most
        """);
  }

  /// Who has the same family name and a number that ends alike.
  List<ContactId> sharingEndOfNumber(Scope scope, ContactId contact) {
    return others(
        scope,
        contact,
        MAX_NAMESAKES,
        """
        with own as (
          select org_id, id, division_id, split_part(surname_key, ' ', 1) as family
            from contact
           where org_id = :org and id = :contact and division_id = any(:divisions) and surname_key <> ''
        ), namesake as materialized (
          select other.id
            from own
            join contact other
              on other.org_id = own.org_id
             and other.division_id = own.division_id
             -- The family name alone, or followed by a blank: one range of the index.
             and other.surname_key >= own.family
             and other.surname_key < own.family || '!'
           limit :most)
        select distinct n.id
          from namesake n
          join contact_phone theirs on theirs.org_id = :org and theirs.contact_id = n.id
          join contact_phone mine
            on mine.org_id = :org and mine.contact_id = :contact and right(mine.digits, 7) = right(theirs.digits, 7)
         where n.id <> :contact
           and length(mine.digits) >= 7
        """);
  }

  private List<ContactId> others(Scope scope, ContactId contact, int most, String statement) {
    return jdbi.withHandle(db ->
        bind(db.createQuery(statement), scope)
            .bind("contact", contact.value())
            .bind("most", most)
            .map((row, _) -> new ContactId(row.getObject("id", UUID.class)))
            .list());
  }

  /// The folded names of contacts, by id.
  Map<ContactId, String> names(Scope scope, Collection<ContactId> contacts) {
    Map<ContactId, String> names = new HashMap<>();
    List<ContactId> all = List.copyOf(contacts);
    for (int from = 0; from < all.size(); from += BATCH) {
      UUID[] ids =
          all.subList(from, Math.min(from + BATCH, all.size())).stream()
              .map(ContactId::value)
              .toArray(UUID[]::new);
      jdbi.useHandle(db ->
          bind(
                  db.createQuery(
                      """
                      select id, name_key
                        from contact
                       where org_id = :org and id = any(:ids) and division_id = any(:divisions)
                      """),
                  scope)
              .bind("ids", ids)
              .map((row, _) ->
                  Map.entry(
                      new ContactId(row.getObject("id", UUID.class)), row.getString("name_key")))
              .forEach(name -> names.put(name.getKey(), name.getValue())));
    }
    return names;
  }

  private static Query bind(Query query, Scope scope) {
    return query.bind("org", scope.orgKey()).bind("divisions", scope.divisionKeys());
  }
}
