package dev.callbook.contact;

import static dev.callbook.contact.SearchStore.Bindings.marks;
import static dev.callbook.contact.SearchStore.Bindings.range;
import static dev.callbook.contact.SearchStore.Bindings.ranges;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// Contacts by the words of their names, in SQL.
@ApplicationScoped
class NameSearchStore {
  private final SearchStore store;

  NameSearchStore(SearchStore store) {
    this.store = store;
  }

  /// Whose name, family name or any further word of the name begins with one of `beginnings`, in
  /// key order: whole words come first by themselves.
  List<Found> named(Scope scope, Collection<String> beginnings, int maxRows) {
    return store.list(
        scope,
        maxRows,
        """
        select near.contact_id, near.key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join unnest(cast(:from as text[]), cast(:to as text[])) as r ("from", "to")
         cross join lateral (
               (select c.id as contact_id, c.name_key as key
                  from contact c
                 where c.org_id = :org and c.division_id = d.division_id
                   and c.name_key >= r."from" and c.name_key < r."to"
                 order by c.name_key, c.id
                 limit :max)
               union all
               (select c.id, c.surname_key
                  from contact c
                 where c.org_id = :org and c.division_id = d.division_id
                   and c.surname_key >= r."from" and c.surname_key < r."to"
                 order by c.surname_key, c.id
                 limit :max)
               union all
               (select p.contact_id, p.phrase
                  from contact_phrase p
                 where p.org_id = :org and p.division_id = d.division_id
                   and p.phrase >= r."from" and p.phrase < r."to"
                 order by p.phrase, p.contact_id
                 limit :max)) as near
         order by near.key, near.contact_id
         limit :max
        """,
        query -> ranges(query, beginnings));
  }

  /// As [#named], of those only whose name has all `marks`.
  ///
  /// @param maxScan at most so many names of each kind and division are read
  List<Found> namedWith(Scope scope, String beginning, Marks marks, int maxScan, int maxRows) {
    return store.list(
        scope,
        maxRows,
        """
        select near.contact_id, near.key
          from unnest(cast(:divisions as uuid[])) as d (division_id)
         cross join lateral (
               (select s.contact_id, s.key
                  from (select c.id as contact_id, c.name_key as key
                          from contact c
                         where c.org_id = :org and c.division_id = d.division_id
                           and c.name_key >= :from and c.name_key < :to
                         order by c.name_key, c.id
                         limit :scan) as s
                 where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                 limit :max)
               union all
               (select s.contact_id, s.key
                  from (select c.id as contact_id, c.surname_key as key
                          from contact c
                         where c.org_id = :org and c.division_id = d.division_id
                           and c.surname_key >= :from and c.surname_key < :to
                         order by c.surname_key, c.id
                         limit :scan) as s
                 where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                 limit :max)
               union all
               (select s.contact_id, s.key
                  from (select p.contact_id, p.phrase as key
                          from contact_phrase p
                         where p.org_id = :org and p.division_id = d.division_id
                           and p.phrase >= :from and p.phrase < :to
                         order by p.phrase, p.contact_id
                         limit :scan) as s
                 where strpos(s.key, :mark1) > 0 and strpos(s.key, :mark2) > 0 and strpos(s.key, :mark3) > 0
                 limit :max)) as near
         order by near.key, near.contact_id
         limit :max
        """,
        query -> marks(range(query, beginning), "mark", marks).bind("scan", maxScan));
  }

  /// Whether more than `maxScan` names of one kind and division begin so.
  boolean isCommon(Scope scope, String beginning, int maxScan) {
    return !store
        .list(
            scope,
            1,
            """
            select far.id, 'beyond'
              from unnest(cast(:divisions as uuid[])) as d (division_id)
             cross join lateral (
                   (select c.id
                      from contact c
                     where c.org_id = :org and c.division_id = d.division_id
                       and c.name_key >= :from and c.name_key < :to
                     order by c.name_key, c.id
                    offset :scan limit 1)
                   union all
                   (select c.id
                      from contact c
                     where c.org_id = :org and c.division_id = d.division_id
                       and c.surname_key >= :from and c.surname_key < :to
                     order by c.surname_key, c.id
                    offset :scan limit 1)
                   union all
                   (select p.contact_id
                      from contact_phrase p
                     where p.org_id = :org and p.division_id = d.division_id
                       and p.phrase >= :from and p.phrase < :to
                     order by p.phrase, p.contact_id
                    offset :scan limit 1)) as far
             limit :max
            """,
            query -> range(query, beginning).bind("scan", maxScan))
        .isEmpty();
  }
}
