package dev.callbook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Our organizations (tenants).
@ApplicationScoped
class OrgStore {
  private final Jdbi jdbi;

  OrgStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Holds other nodes back until the transaction ends, so that one of them alone makes the first
  /// organization.
  void lockFirstStart() {
    jdbi.useHandle(db ->
        db.createQuery("select pg_advisory_xact_lock(hashtext('callbook first start'))")
            .mapToMap()
            .one());
  }

  List<OrgId> all() {
    return jdbi.withHandle(db ->
        db.createQuery("select org_id from org order by created_at, org_id")
            .mapTo(UUID.class)
            .map(OrgId::new)
            .list());
  }

  Org get(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select name, default_region, idle_seconds, version from org where org_id = :org")
            .bind("org", org.value())
            .map((row, _) ->
                new Org(
                    org,
                    row.getString("name"),
                    row.getString("default_region"),
                    Optional.ofNullable(row.getObject("idle_seconds", Integer.class))
                        .map(Duration::ofSeconds),
                    row.getInt("version")))
            .one());
  }

  /// @return whether nobody else changed it meanwhile
  boolean update(OrgId org, Org changed) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                update org
                   set name = :name, default_region = :region, idle_seconds = :idle, version = :version
                 where org_id = :org and version = :version - 1
                """)
            .bind("org", org.value())
            .bind("name", changed.name())
            .bind("region", changed.defaultRegion())
            .bind("idle", changed.idleTimeout().map(t -> (int) t.toSeconds()).orElse(null))
            .bind("version", changed.version())
            .execute())
        == 1;
  }

  void add(OrgId org, String name, String defaultRegion, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into org (org_id, name, default_region, created_at)
                values (:org, :name, :region, :now)
                """)
            .bind("org", org.value())
            .bind("name", name)
            .bind("region", defaultRegion)
            .bind("now", now)
            .execute());
  }
}
