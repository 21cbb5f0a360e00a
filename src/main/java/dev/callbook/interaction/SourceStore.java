package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sources, their secrets and their telephones. They belong to no division: an organization is
/// their whole scope.
@ApplicationScoped
class SourceStore {
  private static final String SELECT =
      """
      select s.org_id, s.id, s.name, coalesce(s.region, o.default_region) as region, s.outside_line,
             s.international, s.national, s.without_plus, s.secret is not null as signs, s.version
        from event_source s
        join org o on o.org_id = s.org_id
      """;

  private final Jdbi jdbi;

  SourceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<EventSource> byName(OrgId org, String name) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " where s.org_id = :org and lower(s.name) = lower(:name)")
            .bind("org", org.value())
            .bind("name", name)
            .map((row, _) -> toSource(row))
            .findOne());
  }

  Optional<EventSource> get(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " where s.org_id = :org and s.id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> toSource(row))
            .findOne());
  }

  /// At most 1,000, by name.
  List<EventSource> all(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " where s.org_id = :org order by lower(s.name), s.id limit 1000")
            .bind("org", org.value())
            .map((row, _) -> toSource(row))
            .list());
  }

  /// A source whose organization is not known yet. Two organizations never share an id.
  Optional<EventSource> byId(UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " where s.id = :id")
            .bind("id", id)
            .map((row, _) -> toSource(row))
            .findOne());
  }

  /// Makes a source unless one has the name already.
  void add(OrgId org, UUID id, String name, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into event_source (org_id, id, name, created_at, version)
                values (:org, :id, :name, :now, 1)
                on conflict do nothing
                """)
            .bind("org", org.value())
            .bind("id", id)
            .bind("name", name)
            .bind("now", now)
            .execute());
  }

  void setPlan(OrgId org, UUID id, @Nullable String region, DialPlan plan) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update event_source
                   set region = :region, outside_line = :outside, international = :international,
                       national = :national, without_plus = :withoutPlus, version = version + 1
                 where org_id = :org and id = :id
                """)
            .bind("org", org.value())
            .bind("id", id)
            .bind("region", region)
            .bind("outside", plan.outsideLine())
            .bind("international", plan.international())
            .bind("national", plan.national())
            .bind("withoutPlus", plan.withoutPlus())
            .execute());
  }

  void setSecret(OrgId org, UUID id, byte[] sealed) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update event_source set secret = :secret, version = version + 1
                 where org_id = :org and id = :id
                """)
            .bind("org", org.value())
            .bind("id", id)
            .bind("secret", sealed)
            .execute());
  }

  Optional<byte[]> secret(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select secret from event_source where org_id = :org and id = :id and secret is not null")
            .bind("org", org.value())
            .bind("id", id)
            .mapTo(byte[].class)
            .findOne());
  }

  Optional<UUID> userAt(OrgId org, UUID source, String deviceKey) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select user_id
                  from agent_device
                 where org_id = :org and source_id = :source and device_key = :device
                """)
            .bind("org", org.value())
            .bind("source", source)
            .bind("device", deviceKey)
            .mapTo(UUID.class)
            .findOne());
  }

  void assign(OrgId org, UUID source, String deviceKey, UUID user) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into agent_device (org_id, source_id, device_key, user_id)
                values (:org, :source, :device, :user)
                on conflict (org_id, source_id, device_key) do update set user_id = excluded.user_id
                """)
            .bind("org", org.value())
            .bind("source", source)
            .bind("device", deviceKey)
            .bind("user", user)
            .execute());
  }

  void unassign(OrgId org, UUID source, String deviceKey) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from agent_device
                 where org_id = :org and source_id = :source and device_key = :device
                """)
            .bind("org", org.value())
            .bind("source", source)
            .bind("device", deviceKey)
            .execute());
  }

  boolean tellsHiddenContact(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery("select tells_hidden_contact from interaction_setting where org_id = :org")
            .bind("org", org.value())
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false));
  }

  void setTellsHiddenContact(OrgId org, boolean tells) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into interaction_setting (org_id, tells_hidden_contact)
                values (:org, :tells)
                on conflict (org_id) do update set tells_hidden_contact = excluded.tells_hidden_contact
                """)
            .bind("org", org.value())
            .bind("tells", tells)
            .execute());
  }

  private static EventSource toSource(ResultSet row) throws SQLException {
    return new EventSource(
        new OrgId(row.getObject("org_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getString("name"),
        new DialPlan(
            new Region(row.getString("region")),
            row.getString("outside_line"),
            row.getString("international"),
            row.getString("national"),
            row.getBoolean("without_plus")),
        row.getBoolean("signs"),
        row.getInt("version"));
  }
}
