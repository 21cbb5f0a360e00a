package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.interaction.CallFigures.Counted;
import dev.callbook.interaction.CallFigures.Day;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Calls in numbers. Calls belong to no division: an organization is their whole scope.
@ApplicationScoped
class CallFigureStore {
  /// Those of a range of ids that came in.
  private static final String INBOUND =
      """
        from (select i.id, i.match_kind, i.presentation, i.lookup_key, i.e164, i.direction
                from interaction i
               where i.org_id = :org and i.id >= :from and i.id < :to
               order by i.id desc
               limit :max) as i
       where i.direction = 'inbound'
      """;

  private final Jdbi jdbi;

  CallFigureStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The organizations that have sources of calls.
  List<OrgId> organizations() {
    return jdbi.withHandle(db ->
        db.createQuery("select distinct org_id from event_source")
            .mapTo(UUID.class)
            .map(OrgId::new)
            .list());
  }

  Optional<UUID> newest(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery("select id from interaction where org_id = :org order by id desc limit 1")
            .bind("org", org.value())
            .mapTo(UUID.class)
            .findOne());
  }

  /// @param from the first id
  /// @param to the id behind the last
  /// @param maxRows null for all
  Day count(OrgId org, LocalDate day, UUID from, UUID to, @Nullable Integer maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select count(*) filter (where i.presentation = 'allowed' and i.match_kind = 'number') as matched,
                       count(*) filter (where i.presentation = 'allowed'
                                          and i.match_kind in ('several', 'picked')) as several,
                       count(*) filter (where i.presentation = 'allowed'
                                          and i.match_kind not in ('number', 'several', 'picked')) as unknown,
                       count(*) filter (where i.presentation <> 'allowed') as withheld
                """
                    + INBOUND)
            .bind("org", org.value())
            .bind("from", from)
            .bind("to", to)
            .bind("max", maxRows)
            .map((row, _) ->
                new Day(
                    day,
                    row.getLong("matched"),
                    row.getLong("several"),
                    row.getLong("unknown"),
                    row.getLong("withheld")))
            .one());
  }

  List<Day> days(OrgId org, LocalDate first) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select day, matched, several, unknown, withheld
                  from interaction_day
                 where org_id = :org and day >= :first
                """)
            .bind("org", org.value())
            .bind("first", first)
            .map((row, _) ->
                new Day(
                    row.getObject("day", LocalDate.class),
                    row.getLong("matched"),
                    row.getLong("several"),
                    row.getLong("unknown"),
                    row.getLong("withheld")))
            .list());
  }

  void put(OrgId org, Day day) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into interaction_day (org_id, day, matched, several, unknown, withheld)
                values (:org, :day, :matched, :several, :unknown, :withheld)
                    on conflict (org_id, day) do update
                   set matched = :matched, several = :several, unknown = :unknown, withheld = :withheld
                """)
            .bind("org", org.value())
            .bind("day", day.day())
            .bind("matched", day.matched())
            .bind("several", day.several())
            .bind("unknown", day.unknown())
            .bind("withheld", day.withheld())
            .execute());
  }

  /// Up to which id everything is counted.
  Optional<UUID> countedTo(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery("select counted_to from interaction_count where org_id = :org")
            .bind("org", org.value())
            .mapTo(UUID.class)
            .findOne());
  }

  void setCountedTo(OrgId org, UUID last) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into interaction_count (org_id, counted_to)
                values (:org, :last)
                    on conflict (org_id) do update
                   set counted_to = :last
                """)
            .bind("org", org.value())
            .bind("last", last)
            .execute());
  }

  /// The telephone numbers that belonged to nobody when they called, those that called most.
  List<Counted> countCallers(
      OrgId org, UUID from, UUID to, @Nullable Integer maxRows, int maxCallers) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select i.lookup_key, count(*) as calls, cast(max(cast(i.id as text)) as uuid) as last "
                    + INBOUND
                    + """
                       and i.e164 is not null
                       and i.lookup_key is not null
                       and i.match_kind in ('none', 'attached', 'detached')
                     group by i.lookup_key
                     order by calls desc, last desc
                     limit :callers
                    """)
            .bind("org", org.value())
            .bind("from", from)
            .bind("to", to)
            .bind("max", maxRows)
            .bind("callers", maxCallers)
            .map((row, _) ->
                new Counted(
                    row.getString("lookup_key"),
                    row.getLong("calls"),
                    row.getObject("last", UUID.class)))
            .list());
  }

  List<Counted> callers(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select lookup_key, calls, last_interaction from unknown_caller where org_id = :org")
            .bind("org", org.value())
            .map((row, _) ->
                new Counted(
                    row.getString("lookup_key"),
                    row.getLong("calls"),
                    row.getObject("last_interaction", UUID.class)))
            .list());
  }

  void replaceCallers(OrgId org, List<Counted> callers) {
    jdbi.useHandle(db -> {
      db.createUpdate("delete from unknown_caller where org_id = :org")
          .bind("org", org.value())
          .execute();
      db.createUpdate(
              """
              insert into unknown_caller (org_id, lookup_key, calls, last_interaction)
              select :org, one.key, one.calls, one.last
                from unnest(cast(:keys as text[]), cast(:calls as bigint[]), cast(:lasts as uuid[]))
                     as one (key, calls, last)
              """)
          .bind("org", org.value())
          .bind("keys", callers.stream().map(Counted::lookupKey).toArray(String[]::new))
          .bind(
              "calls",
              callers.stream().map(one -> Long.toString(one.calls())).toArray(String[]::new))
          .bind("lasts", callers.stream().map(Counted::last).toArray(UUID[]::new))
          .execute();
    });
  }

  /// Those of the numbers that some contact has by now, in whatever division.
  List<String> held(OrgId org, List<String> lookupKeys) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select distinct lookup_key
                  from contact_phone
                 where org_id = :org and lookup_key = any(:keys)
                """)
            .bind("org", org.value())
            .bind("keys", lookupKeys.toArray(String[]::new))
            .mapTo(String.class)
            .list());
  }
}
