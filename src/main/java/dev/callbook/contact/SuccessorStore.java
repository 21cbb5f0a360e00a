package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.Recreation.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// What hangs on contacts that are made anew under other ids, in SQL: it goes over to the new ones,
/// and the old ids lead to them. The old ones must be locked.
@ApplicationScoped
class SuccessorStore {
  private static final String PAIRS =
      "unnest(cast(:olds as uuid[]), cast(:news as uuid[]), cast(:places as uuid[])) as r (old, new, place)";

  private final Jdbi jdbi;

  SuccessorStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Lets interactions, and who was picked for a number, be those of the new ones.
  void handOn(Scope scope, SequencedMap<Contact, Place> places) {
    jdbi.useHandle(db -> {
      for (String table : List.of("interaction", "caller_pick")) {
        bound(
                db.createUpdate(
                    "update "
                        + table
                        + " t set contact_id = r.new from "
                        + PAIRS
                        + " where t.org_id = :org and t.contact_id = r.old"),
                scope,
                places)
            .execute();
      }
    });
  }

  /// Lets the new ones hold what the old ones claimed, and let go of what these let go of.
  ///
  /// @return whether they could: nobody else in their new division claimed any of it
  boolean claim(Scope scope, SequencedMap<Contact, Place> places) {
    return jdbi.withHandle(db ->
        bound(
                db.createQuery(
                    "with held as (delete from contact_identifier i using "
                        + PAIRS
                        + """
                           where i.org_id = :org and i.contact_id = r.old and i.division_id = any(:divisions)
                          returning i.org_id, r.new, i.type, i.identifier_key, r.place, i.value, i.is_claim,
                                    i.created_at, i.origin_id),
                        taken as (
                          insert into contact_identifier
                                 (org_id, contact_id, type, identifier_key, division_id, value, is_claim, created_at,
                                  origin_id)
                          select * from held where place = any(:divisions)
                              on conflict do nothing
                          returning contact_id)
                        select (select count(*) from held) = (select count(*) from taken)
                        """),
                scope,
                places)
            .bind("divisions", scope.divisionKeys())
            .mapTo(Boolean.class)
            .one());
  }

  /// Lets the old ids, and all that led to them, lead to the new ones.
  void point(Scope scope, SequencedMap<Contact, Place> places) {
    jdbi.useHandle(db -> {
      bound(
              db.createUpdate(
                  "update contact_successor s set contact_id = r.new from "
                      + PAIRS
                      + " where s.org_id = :org and s.contact_id = r.old and s.id <> r.new"),
              scope,
              places)
          .execute();
      // One that is back under an id it once had leads nowhere any more.
      bound(
              db.createUpdate(
                  "delete from contact_successor s using "
                      + PAIRS
                      + " where s.org_id = :org and s.id = r.new"),
              scope,
              places)
          .execute();
      db.createUpdate(
              """
              insert into contact_successor (org_id, id, division_id, contact_id)
              select :org, r.id, r.division, r.contact
                from unnest(cast(:ids as uuid[]), cast(:was as uuid[]), cast(:contacts as uuid[]))
                     as r (id, division, contact)
               where r.division = any(:divisions)
              """)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("ids", olds(places))
          .bind("was", places.keySet().stream().map(c -> c.division().value()).toArray(UUID[]::new))
          .bind("contacts", news(places))
          .execute();
    });
  }

  private static <T extends SqlStatement<T>> T bound(
      T statement, Scope scope, SequencedMap<Contact, Place> places) {
    return statement
        .bind("org", scope.orgKey())
        .bind("olds", olds(places))
        .bind("news", news(places))
        .bind(
            "places", places.values().stream().map(p -> p.division().value()).toArray(UUID[]::new));
  }

  private static UUID[] olds(SequencedMap<Contact, Place> places) {
    return places.keySet().stream().map(contact -> contact.id().value()).toArray(UUID[]::new);
  }

  private static UUID[] news(SequencedMap<Contact, Place> places) {
    return places.values().stream().map(place -> place.id().value()).toArray(UUID[]::new);
  }
}
