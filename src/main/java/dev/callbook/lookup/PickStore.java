package dev.callbook.lookup;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Whom agents picked among several contacts with the same number. A pick stays the one it was
/// while its contact is merged into another, and means that one.
@ApplicationScoped
class PickStore {
  private final Jdbi jdbi;

  PickStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<UUID> find(Scope scope, String lookupKey) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id
                  from caller_pick p
                  left join merged_contact m on m.org_id = p.org_id and m.id = p.contact_id
                  join contact c on c.org_id = p.org_id and c.id = coalesce(m.canonical_id, p.contact_id)
                 where p.org_id = :org
                   and p.lookup_key = :key
                   and c.division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("key", lookupKey)
            .mapTo(UUID.class)
            .findOne());
  }

  void put(Scope scope, String lookupKey, UUID contact, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into caller_pick (org_id, lookup_key, contact_id, picked_by, picked_at)
                select :org, :key, c.id, :actor, :now
                  from contact c
                 where c.org_id = :org
                   and c.id = :contact
                   and c.division_id = any(:divisions)
                   for key share of c
                    on conflict (org_id, lookup_key)
                    do update set contact_id = excluded.contact_id,
                                  picked_by = excluded.picked_by,
                                  picked_at = excluded.picked_at
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("key", lookupKey)
            .bind("contact", contact)
            .bind("actor", scope.actor().idOrNull())
            .bind("now", now)
            .execute());
  }
}
