package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.contact.ContactId;
import dev.callbook.interaction.Interaction.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// Interactions in SQL. They belong to an agent, not to a division: an organization is their whole
/// scope here. What contacts and numbers had before is read by [PastStore], within a scope.
@ApplicationScoped
class InteractionStore {
  private static final String ONE = InteractionRows.SELECT + " from interaction i ";
  private final Jdbi jdbi;

  InteractionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Notes an event as heard.
  ///
  /// @return whether it is the first time
  boolean hear(OrgId org, UUID source, String event, Instant now) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into interaction_event (org_id, source_id, event_id, heard_at)
                values (:org, :source, :event, :now)
                on conflict do nothing
                """)
            .bind("org", org.value())
            .bind("source", source)
            .bind("event", event)
            .bind("now", now)
            .execute())
        == 1;
  }

  /// Forgets events of all organizations. @return how many, at most `maxRows`
  int forgetHeard(Instant before, int maxRows) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from interaction_event e
                 using (select org_id, source_id, event_id
                          from interaction_event
                         where heard_at < :before
                         order by heard_at
                         limit :max) as old
                 where e.org_id = old.org_id and e.source_id = old.source_id and e.event_id = old.event_id
                """)
            .bind("before", before)
            .bind("max", maxRows)
            .execute());
  }

  /// Adds an interaction unless its source has told of it already.
  void add(OrgId org, Interaction first) {
    jdbi.useHandle(db ->
        bind(
                db.createUpdate(
                    """
                    insert into interaction
                           (org_id, id, source_id, external_id, channel, direction, presentation, match_kind,
                            started_at, version)
                    values (:org, :id, :source, :externalId, :channel, :direction, :presentation, :matchKind,
                            :started, :version)
                    on conflict do nothing
                    """),
                org,
                first)
            .execute());
  }

  /// Held for the rest of the transaction.
  Optional<Interaction> lock(OrgId org, UUID source, String externalId) {
    return jdbi.withHandle(db ->
        db.createQuery(
                ONE
                    + " where i.org_id = :org and i.external_id = :external and i.source_id = :source for update")
            .bind("org", org.value())
            .bind("source", source)
            .bind("external", externalId)
            .map((row, _) -> InteractionRows.read(row))
            .findOne());
  }

  /// Held for the rest of the transaction.
  Optional<Interaction> lock(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(ONE + " where i.org_id = :org and i.id = :id for update")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> InteractionRows.read(row))
            .findOne());
  }

  Optional<Interaction> find(OrgId org, UUID source, String externalId) {
    return jdbi.withHandle(db ->
        db.createQuery(
                ONE
                    + " where i.org_id = :org and i.external_id = :external and i.source_id = :source")
            .bind("org", org.value())
            .bind("source", source)
            .bind("external", externalId)
            .map((row, _) -> InteractionRows.read(row))
            .findOne());
  }

  /// The newest interaction that any source calls so.
  Optional<UUID> newestCalled(OrgId org, String externalId) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id from interaction
                 where org_id = :org and external_id = :external
                 order by started_at desc, id desc
                 limit 1
                """)
            .bind("org", org.value())
            .bind("external", externalId)
            .mapTo(UUID.class)
            .findOne());
  }

  Optional<Interaction> find(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(ONE + " where i.org_id = :org and i.id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> InteractionRows.read(row))
            .findOne());
  }

  /// Those that there are, by id.
  Map<UUID, Interaction> find(OrgId org, List<UUID> ids) {
    return jdbi.withHandle(db ->
        db
            .createQuery(ONE + " where i.org_id = :org and i.id = any(:ids)")
            .bind("org", org.value())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> InteractionRows.read(row))
            .list()
            .stream()
            .collect(Collectors.toMap(Interaction::id, Function.identity())));
  }

  void update(OrgId org, Interaction changed) {
    jdbi.useHandle(db ->
        bind(
                db.createUpdate(
                    """
                    update interaction
                       set agent_id = :agent, agent_since = :agentSince, agent_as_of = :agentAsOf,
                           presentation = :presentation, caller_raw = :raw, caller_shown = :shown,
                           lookup_key = :lookupKey, e164 = :e164, verified = :verified, caller_as_of = :callerAsOf,
                           dialled = :dialled, queue = :queue, match_kind = :matchKind, contact_id = :contact,
                           matched_by = :matchedBy, started_at = :started, connected_at = :connected,
                           ended_at = :ended, wrapped_up_at = :wrappedUp, wrap_up_code = :wrapUpCode,
                           version = :version
                     where org_id = :org and id = :id
                    """),
                org,
                changed)
            .execute());
  }

  /// What an agent has not finished, the oldest first.
  List<Interaction> open(OrgId org, UUID agent, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                ONE
                    + """
                     where i.org_id = :org
                       and i.agent_id = :agent
                       and i.wrapped_up_at is null
                     order by i.started_at desc, i.id desc
                     limit :max
                    """)
            .bind("org", org.value())
            .bind("agent", agent)
            .bind("max", maxRows)
            .map((row, _) -> InteractionRows.read(row))
            .list()
            .reversed());
  }

  /// Those of contacts that were merged into one of these are among them.
  List<Interaction> openWith(OrgId org, List<UUID> contacts) {
    return jdbi.withHandle(db ->
        db.createQuery(
                ONE
                    + """
                     where i.org_id = :org
                       and i.contact_id = any(array(
                             select unnest(cast(:contacts as uuid[]))
                              union all
                             select m.id
                               from merged_contact m
                              where m.org_id = :org and m.canonical_id = any(:contacts)))
                       and i.wrapped_up_at is null
                       and i.agent_id is not null
                    """)
            .bind("org", org.value())
            .bind("contacts", contacts.toArray(new UUID[0]))
            .map((row, _) -> InteractionRows.read(row))
            .list());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, OrgId org, Interaction i) {
    Holder holder = i.holder();
    CallerLine line = i.caller();
    ContactId contact = i.association().contact();
    return statement
        .bind("org", org.value())
        .bind("id", i.id())
        .bind("source", i.source())
        .bind("externalId", i.externalId())
        .bind("channel", i.channel().word())
        .bind("direction", i.direction().word())
        .bind("agent", holder == null ? null : holder.agent())
        .bind("agentSince", holder == null ? null : holder.since())
        .bind("agentAsOf", holder == null ? null : holder.asOf())
        .bind("presentation", line.presentation().name().toLowerCase(Locale.ROOT))
        .bind("raw", line.raw())
        .bind("shown", line.shown())
        .bind("lookupKey", line.lookupKey())
        .bind("e164", line.e164())
        .bind("verified", line.verified())
        .bind("callerAsOf", line.asOf())
        .bind("dialled", i.dialled())
        .bind("queue", i.queue())
        .bind("matchKind", i.association().kind().word())
        .bind("contact", contact == null ? null : contact.value())
        .bind("matchedBy", i.association().by())
        .bind("started", i.times().started())
        .bind("connected", i.times().connected())
        .bind("ended", i.times().ended())
        .bind("wrappedUp", i.times().wrappedUp())
        .bind("wrapUpCode", i.wrapUpCode())
        .bind("version", i.version());
  }
}
