package dev.callbook.contact;

import static dev.callbook.contact.SearchStore.Bindings.marks;
import static dev.callbook.contact.SearchStore.Bindings.range;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Contacts by the words of their organizations' names, in SQL.
@ApplicationScoped
class EmployerSearchStore {
  private static final int MAX_ORGANIZATIONS = 20;

  /// The same, where only some of their people are wanted.
  private static final int MAX_ORGANIZATIONS_OF_SOME = 100;

  private static final int MIN_ORGANIZATIONS = 4;

  /// Organizations times divisions whose people are read.
  private static final int PROBES = 800;

  /// Names read while looking for those that have the other words too.
  private static final int SCAN = 1_500;

  private static final int MIN_SCAN = 50;

  private final SearchStore store;

  EmployerSearchStore(SearchStore store) {
    this.store = store;
  }

  /// People of the organizations whose name has a word that begins with `beginning`, and the others
  /// `ofOrganization`; of them those whose own name has all `ofPerson`.
  List<Found> employedBy(
      Scope scope, String beginning, Marks ofOrganization, Marks ofPerson, int maxRows) {
    int divisions = scope.divisions().size();
    int wanted = ofPerson.equals(Marks.NONE) ? MAX_ORGANIZATIONS : MAX_ORGANIZATIONS_OF_SOME;
    return store.list(
        scope,
        maxRows,
        """
        select p.contact_id, o.name
          from (select near.organization_id
                  from unnest(cast(:divisions as uuid[])) as d (division_id)
                 cross join lateral (
                       (select s.id as organization_id, s.name_key as key
                          from (select o.id, o.name_key
                                  from organization o
                                 where o.org_id = :org and o.division_id = d.division_id
                                   and o.name_key >= :from and o.name_key < :to
                                 order by o.name_key, o.id
                                 limit :scan) as s
                         where strpos(s.name_key, :has1) > 0 and strpos(s.name_key, :has2) > 0 and strpos(s.name_key, :has3) > 0
                         limit :maxOrganizations)
                       union all
                       (select s.organization_id, s.phrase
                          from (select p.organization_id, p.phrase
                                  from organization_phrase p
                                 where p.org_id = :org and p.division_id = d.division_id
                                   and p.phrase >= :from and p.phrase < :to
                                 order by p.phrase, p.organization_id
                                 limit :scan) as s
                         where strpos(s.phrase, :has1) > 0 and strpos(s.phrase, :has2) > 0 and strpos(s.phrase, :has3) > 0
                         limit :maxOrganizations)) as near
                 order by near.key, near.organization_id
                 limit :maxOrganizations) as found
          join organization o on o.org_id = :org and o.id = found.organization_id
         cross join unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               select s.contact_id
                 from (select c.id as contact_id, ' ' || c.surname_key as key
                         from contact c
                        where c.org_id = :org and c.external_organization_id = o.id
                          and c.division_id = d.division_id
                        order by c.surname_key, c.id
                        limit :scan) as s
                where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                limit :max) as p
         limit :max
        """,
        query -> {
          marks(query, "has", ofOrganization);
          marks(query, "mark", ofPerson);
          return range(query, beginning)
              .bind("maxOrganizations", Math.clamp(PROBES / divisions, MIN_ORGANIZATIONS, wanted))
              .bind("scan", Math.max(MIN_SCAN, SCAN / divisions));
        });
  }
}
