package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// What contacts claimed and let go of, and who holds an identifier.
@ApplicationScoped
class IdentifierStore {
  private static final String MINE =
      "array_position(cast(:divisions as uuid[]), %s.division_id) > 0";

  /// Who claimed an identifier, else the oldest contact whose fields hold it and that did not let
  /// go of it. Each part reads one index by its whole key; where that leads with the division,
  /// divisions are asked for one by one. Ids grow with time.
  private static final String HOLDERS =
      """
      select w.place,
             coalesce(
               (select i.contact_id
                  from contact_identifier i
                 where i.org_id = :org
                   and i.identifier_key = w.key
                   and i.type = w.type
                   and i.is_claim
                   and %1$s
                 order by i.contact_id limit 1),
               case w.type
                 when 'Phone' then
                   (select h.contact_id
                      from contact_phone h
                     where h.org_id = :org and h.lookup_key = w.key and %2$s and %3$s
                     order by h.contact_id limit 1)
                 when 'Email' then
                   (select h.contact_id
                      from contact_email h
                     where h.org_id = :org
                       and h.division_id = any(cast(:divisions as uuid[]))
                       and h.email_key = w.key
                       and %3$s
                     order by h.contact_id limit 1)
                 when 'ExternalId' then
                   (select h.contact_id
                      from contact_external_id h
                     where h.org_id = :org and h.value = w.key and h.source_id = w.source and %2$s
                     order by h.contact_id limit 1)
                 else
                   (select h.contact_id
                      from contact_handle h
                     where h.org_id = :org
                       and h.division_id = any(cast(:divisions as uuid[]))
                       and h.handle_key = w.key
                       and h.channel = w.channel
                       and %3$s
                     order by h.contact_id limit 1)
               end) as contact_id
        from unnest(cast(:types as text[]), cast(:keys as text[]), cast(:channels as text[]),
                    cast(:sources as uuid[])) with ordinality as w (type, key, channel, source, place)
      """
          .formatted(
              MINE.formatted("i"),
              MINE.formatted("h"),
              """
              not exists (select
                            from contact_identifier r
                           where r.org_id = h.org_id
                             and r.contact_id = h.contact_id
                             and r.type = w.type
                             and r.identifier_key = w.key
                             and not r.is_claim)\
              """);

  private final Jdbi jdbi;

  IdentifierStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A line of the table.
  ///
  /// @param isClaim false for what the contact let go of
  record Line(ContactId contact, Identifier identifier, boolean isClaim, Instant since) {}

  List<Line> of(Scope scope, Collection<ContactId> contacts) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select contact_id, type, identifier_key, value, is_claim, created_at
                  from contact_identifier
                 where org_id = :org
                   and contact_id = any(:ids)
                   and division_id = any(:divisions)
                 order by created_at, type, identifier_key
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
            .map((row, _) -> toLine(row))
            .list());
  }

  /// @return by identifier, without those that nobody holds; in the order asked for
  Map<Identifier, ContactId> holders(Scope scope, List<Identifier> wanted) {
    Map<Identifier, ContactId> holders = new LinkedHashMap<>();
    jdbi.useHandle(db ->
        db.createQuery(HOLDERS + " order by w.place")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("types", wanted.stream().map(i -> i.type().name()).toArray(String[]::new))
            .bind("keys", wanted.stream().map(Identifier::key).toArray(String[]::new))
            .bind("channels", wanted.stream().map(i -> i.type().channel()).toArray(String[]::new))
            .bind("sources", wanted.stream().map(Identifier::source).toArray(UUID[]::new))
            .map((row, _) -> {
              UUID contact = row.getObject("contact_id", UUID.class);
              if (contact != null) {
                holders.put(wanted.get(row.getInt("place") - 1), new ContactId(contact));
              }
              return row.getInt("place");
            })
            .list());
    return holders;
  }

  /// @return how many could be claimed; those that another contact claimed meanwhile cannot
  int claim(Scope scope, Contact contact, List<Identifier> identifiers, Instant now) {
    return put(scope, contact, identifiers, now, true);
  }

  /// Notes that a contact lets go of what its fields hold.
  void letGo(Scope scope, Contact contact, Identifier identifier, Instant now) {
    put(scope, contact, List.of(identifier), now, false);
  }

  private int put(
      Scope scope, Contact contact, List<Identifier> identifiers, Instant now, boolean isClaim) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into contact_identifier
                       (org_id, contact_id, type, identifier_key, division_id, value, is_claim, created_at)
                select :org, :contact, w.type, w.key, :division, w.value, :isClaim, :now
                  from unnest(cast(:types as text[]), cast(:keys as text[]), cast(:values as text[]))
                       as w (type, key, value)
                 where :division = any(:divisions)
                 order by w.key, w.type
                    on conflict do nothing
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("contact", contact.id().value())
            .bind("division", contact.division().value())
            .bind("types", identifiers.stream().map(i -> i.type().name()).toArray(String[]::new))
            .bind("keys", identifiers.stream().map(Identifier::key).toArray(String[]::new))
            .bind("values", identifiers.stream().map(Identifier::value).toArray(String[]::new))
            .bind("isClaim", isClaim)
            .bind("now", now)
            .execute());
  }

  /// Forgets a claim, or that the contact let go of what its fields hold.
  void forget(Scope scope, Contact contact, Identifier identifier) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from contact_identifier
                 where org_id = :org
                   and contact_id = :contact
                   and type = :type
                   and identifier_key = :key
                   and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("contact", contact.id().value())
            .bind("type", identifier.type().name())
            .bind("key", identifier.key())
            .execute());
  }

  void handOver(Scope scope, Collection<ContactId> from, ContactId to) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update contact_identifier
                   set contact_id = :to, origin_id = coalesce(origin_id, contact_id)
                 where org_id = :org
                   and contact_id = any(:from)
                   and is_claim
                   and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("from", from.stream().map(ContactId::value).toArray(UUID[]::new))
            .bind("to", to.value())
            .execute());
  }

  /// Gives the claims of a canonical contact back to the heads of what was merged into it, each to
  /// the one whose part of the tree it came from; what the canonical one claimed itself, to `heir`.
  void giveBack(Scope scope, ContactId canonical, List<Contact> heads, ContactId heir) {
    List<UUID> members = new ArrayList<>();
    List<UUID> owners = new ArrayList<>();
    for (Contact head : heads) {
      for (ContactId member : head.mergeSet().members()) {
        members.add(member.value());
        owners.add(head.id().value());
      }
    }
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update contact_identifier i
                   set contact_id = coalesce(o.owner, :heir),
                       origin_id = nullif(i.origin_id, coalesce(o.owner, i.origin_id))
                  from contact_identifier claim
                  left join unnest(cast(:members as uuid[]), cast(:owners as uuid[])) as o (member, owner)
                    on o.member = claim.origin_id
                 where claim.org_id = :org
                   and claim.contact_id = :canonical
                   and claim.division_id = any(:divisions)
                   and i.org_id = claim.org_id
                   and i.contact_id = claim.contact_id
                   and i.type = claim.type
                   and i.identifier_key = claim.identifier_key
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("canonical", canonical.value())
            .bind("heir", heir.value())
            .bind("members", members.toArray(UUID[]::new))
            .bind("owners", owners.toArray(UUID[]::new))
            .execute());
  }

  private static Line toLine(ResultSet row) throws SQLException {
    return new Line(
        new ContactId(row.getObject("contact_id", UUID.class)),
        new Identifier(
            Identifier.Type.valueOf(row.getString("type")),
            row.getString("value"),
            row.getString("identifier_key"),
            null),
        row.getBoolean("is_claim"),
        Instants.read(row, "created_at"));
  }
}
