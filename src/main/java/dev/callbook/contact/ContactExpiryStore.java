package dev.callbook.contact;

import dev.callbook.access.OrgId;
import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Contacts that interactions left behind and nobody made on purpose, by their age.
@ApplicationScoped
class ContactExpiryStore {
  /// Whether an interaction `i` said anything since.
  private static final String IS_LIVE =
      """
      greatest(i.started_at, i.connected_at, i.ended_at, i.wrapped_up_at, i.caller_as_of, i.agent_as_of) >= :before
      """;

  private final Jdbi jdbi;

  ContactExpiryStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// An old contact and its place among them.
  record Old(ContactId id, Instant created) {}

  /// The organizations that have contacts which may have expired.
  List<OrgId> organizations(Instant before) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select distinct org_id
                  from contact
                 where type <> 'Curated' and created_at < :before
                """)
            .bind("before", before)
            .mapTo(UUID.class)
            .map(OrgId::new)
            .list());
  }

  /// The next of those that were made before a time and had no interaction since, the oldest first.
  /// They are held for the rest of the transaction; what somebody else holds is left out.
  List<Old> lock(Scope scope, Instant before, @Nullable Old after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select c.id, c.created_at
                  from contact c
                 where c.org_id = :org
                   and c.type <> 'Curated'
                   and c.created_at < :before
                   and c.division_id = any(:divisions)
                   and not exists (select 1
                                     from interaction i
                                    where i.org_id = c.org_id and i.contact_id = c.id and \
                """
                    + IS_LIVE
                    + ")"
                    + (after == null ? "" : " and (c.created_at, c.id) > (:created, :id)")
                    + " order by c.created_at, c.id limit :max for update of c skip locked")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("before", before)
            .bind("created", after == null ? null : after.created())
            .bind("id", after == null ? null : after.id().value())
            .bind("max", maxRows)
            .map((row, _) ->
                new Old(
                    new ContactId(row.getObject("id", UUID.class)),
                    dev.callbook.platform.Instants.read(row, "created_at")))
            .list());
  }

  /// Those of the contacts that had an interaction since a time.
  Set<ContactId> live(Scope scope, Collection<ContactId> contacts, Instant before) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                "select distinct i.contact_id from interaction i where i.org_id = :org and i.contact_id = any(:ids) and "
                    + IS_LIVE)
            .bind("org", scope.orgKey())
            .bind("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
            .bind("before", before)
            .mapTo(UUID.class)
            .list()
            .stream()
            .map(ContactId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
