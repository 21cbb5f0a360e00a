package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What is tied to contacts, in SQL: read before they go, tied again when they are back.
@ApplicationScoped
class BelongingsStore {
  private final Jdbi jdbi;
  private final Rows json;

  BelongingsStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// By contact; without those that have nothing. The contacts must be locked.
  Map<ContactId, Belongings> of(Scope scope, Collection<ContactId> contacts) {
    Map<ContactId, Belongings> found = new HashMap<>();
    jdbi.useHandle(db ->
        db.createQuery(
                """
                select c.id,
                       json_build_object(
                         'interactions', coalesce((select json_agg(i.id)
                                                     from interaction i
                                                    where i.org_id = :org and i.contact_id = c.id), '[]'),
                         'claims', coalesce((select json_agg(json_build_object(
                                                      'type', x.type, 'key', x.identifier_key, 'value', x.value,
                                                      'isClaim', x.is_claim, 'createdAt', x.created_at,
                                                      'origin', x.origin_id))
                                               from contact_identifier x
                                              where x.org_id = :org and x.contact_id = c.id), '[]'),
                         'picks', coalesce((select json_agg(json_build_object(
                                                     'key', p.lookup_key, 'by', p.picked_by, 'at', p.picked_at))
                                              from caller_pick p
                                             where p.org_id = :org and p.contact_id = c.id), '[]')) as belongings
                  from contact c
                 where c.org_id = :org and c.id = any(:ids) and c.division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
            .map((row, _) ->
                found.put(
                    new ContactId(row.getObject("id", UUID.class)),
                    Objects.requireNonNull(
                        json.read(row.getString("belongings"), Belongings.class))))
            .list());
    found.values().removeIf(Belongings.NONE::equals);
    return found;
  }

  private record Attached(UUID contact, UUID interaction) {}

  private record Claimed(
      UUID contact,
      UUID division,
      String type,
      String key,
      String value,
      boolean isClaim,
      Instant createdAt,
      @Nullable UUID origin) {}

  private record Picked(UUID contact, String key, @Nullable UUID by, Instant at) {}

  /// Ties to contacts what nobody else has by now.
  ///
  /// @return those of them that lack an identifier, which another claimed since
  Set<ContactId> tie(Scope scope, List<Contact> contacts, Map<ContactId, Belongings> belongings) {
    List<Attached> interactions = new ArrayList<>();
    List<Claimed> claims = new ArrayList<>();
    List<Picked> picks = new ArrayList<>();
    for (Contact contact : contacts) {
      UUID id = contact.id().value();
      Belongings own = belongings.getOrDefault(contact.id(), Belongings.NONE);
      own.interactions().forEach(interaction -> interactions.add(new Attached(id, interaction)));
      own.claims()
          .forEach(claim ->
              claims.add(
                  new Claimed(
                      id,
                      contact.division().value(),
                      claim.type(),
                      claim.key(),
                      claim.value(),
                      claim.isClaim(),
                      claim.createdAt(),
                      claim.origin())));
      own.picks().forEach(pick -> picks.add(new Picked(id, pick.key(), pick.by(), pick.at())));
    }
    attach(scope, interactions);
    pick(scope, picks);
    return claim(scope, claims);
  }

  private void attach(Scope scope, List<Attached> interactions) {
    jdbi.useHandle(db ->
        Rows.insertIfAny(
            db,
            scope,
            json.write(interactions),
            """
            update interaction i
               set contact_id = r.contact
              from jsonb_to_recordset(cast(:rows as jsonb)) as r (contact uuid, interaction uuid)
             where i.org_id = :org and i.id = r.interaction and i.contact_id is null
            """));
  }

  private void pick(Scope scope, List<Picked> picks) {
    jdbi.useHandle(db ->
        Rows.insertIfAny(
            db,
            scope,
            json.write(picks),
            """
            insert into caller_pick (org_id, lookup_key, contact_id, picked_by, picked_at)
            select :org, r.key, r.contact, r.by, r.at
              from jsonb_to_recordset(cast(:rows as jsonb)) as r (contact uuid, key text, by uuid, at timestamptz)
                on conflict do nothing
            """));
  }

  private Set<ContactId> claim(Scope scope, List<Claimed> claims) {
    if (claims.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                with held as (
                  select r.*
                    from jsonb_to_recordset(cast(:rows as jsonb))
                         as r (contact uuid, division uuid, type text, key text, value text, "isClaim" boolean,
                               "createdAt" timestamptz, origin uuid)
                   where r.division = any(:divisions)),
                taken as (
                  insert into contact_identifier
                         (org_id, contact_id, type, identifier_key, division_id, value, is_claim, created_at, origin_id)
                  select :org, contact, type, key, division, value, "isClaim", "createdAt", origin from held
                      on conflict do nothing
                  returning contact_id, type, identifier_key)
                select distinct h.contact
                  from held h
                 where not exists (select
                                     from taken t
                                    where t.contact_id = h.contact and t.type = h.type and t.identifier_key = h.key)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("rows", json.write(claims))
            .mapTo(UUID.class)
            .stream()
            .map(ContactId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
