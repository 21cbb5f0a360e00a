package dev.callbook.contact;

import static dev.callbook.contact.SearchStore.Bindings.marks;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/// The people of one organization, in SQL: reads them in the order of their names, up to a bound.
@ApplicationScoped
class ColleagueSearchStore {
  private static final int MAX_NAMES = 10_000;

  /// Whose numbers and addresses are read too: each is a read of its own.
  private static final int MAX_PEOPLE = 2_000;

  private static final String PEOPLE =
      """
      with person as materialized (
           select near.id, near.surname_key
             from unnest(cast(:divisions as uuid[])) as d (division_id)
            cross join lateral (
                  select c.id, c.surname_key
                    from contact c
                   where c.org_id = :org
                     and c.external_organization_id = :organization
                     and c.division_id = d.division_id
                   order by c.surname_key, c.id
                   limit :scan) as near
            limit :scan)
      """;

  private final SearchStore store;

  ColleagueSearchStore(SearchStore store) {
    this.store = store;
  }

  /// Whose name has all `marks`.
  List<Found> named(Scope scope, UUID organization, Marks marks, int maxRows) {
    return store.list(
        scope,
        maxRows,
        PEOPLE
            + """
            select id, surname_key
              from person
             where strpos(' ' || surname_key, :mark1) > 0
               and strpos(' ' || surname_key, :mark2) > 0
               and strpos(' ' || surname_key, :mark3) > 0
             limit :max
            """,
        query -> marks(people(query, organization, MAX_NAMES), "mark", marks));
  }

  /// Whose number contains `digits`.
  List<Found> withDigits(Scope scope, UUID organization, String digits, int maxRows) {
    return store.list(
        scope,
        maxRows,
        PEOPLE
            + """
            select person.id, n.digits
              from person
             cross join lateral (
                   select p.digits
                     from contact_phone p
                    where p.org_id = :org and p.contact_id = person.id and strpos(p.digits, :digits) > 0
                    limit 1) as n
             limit :max
            """,
        query -> people(query, organization, MAX_PEOPLE).bind("digits", digits));
  }

  /// Who has an e-mail address that contains `text`.
  List<Found> withEmail(Scope scope, UUID organization, String text, int maxRows) {
    return store.list(
        scope,
        maxRows,
        PEOPLE
            + """
            select person.id, m.email_key
              from person
             cross join lateral (
                   select e.email_key
                     from contact_email e
                    where e.org_id = :org and e.contact_id = person.id and strpos(e.email_key, :text) > 0
                    limit 1) as m
             limit :max
            """,
        query -> people(query, organization, MAX_PEOPLE).bind("text", text));
  }

  /// Those of `contacts` who belong to the organization.
  List<Found> among(Scope scope, UUID organization, Collection<ContactId> contacts) {
    return store.list(
        scope,
        contacts.size(),
        """
        select c.id, c.surname_key
          from contact c
         where c.org_id = :org
           and c.id = any(:ids)
           and c.division_id = any(:divisions)
           and c.external_organization_id = :organization
         limit :max
        """,
        query ->
            query
                .bind("organization", organization)
                .bind("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new)));
  }

  private static Query people(Query query, UUID organization, int maxScan) {
    return query.bind("organization", organization).bind("scan", maxScan);
  }
}
