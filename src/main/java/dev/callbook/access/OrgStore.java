package dev.callbook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Our organizations (tenants) and their divisions.
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

  String defaultRegion(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery("select default_region from org where org_id = :org")
            .bind("org", org.value())
            .mapTo(String.class)
            .one());
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

  /// @return whether the name was still free
  boolean addDivision(OrgId org, Division division, Instant now) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into division (org_id, id, name, kind, created_at)
                values (:org, :id, :name, :kind, :now)
                on conflict do nothing
                """)
            .bind("org", org.value())
            .bind("id", division.id().value())
            .bind("name", division.name())
            .bind("kind", division.kind().name().toLowerCase(Locale.ROOT))
            .bind("now", now)
            .execute())
        == 1;
  }
}
