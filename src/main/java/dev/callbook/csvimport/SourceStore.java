package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The external sources that external ids come from.
@ApplicationScoped
class SourceStore {
  private final Jdbi jdbi;

  SourceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The names there are, in order.
  List<String> names(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select name from external_source where org_id = :org and active order by lower(name), id")
            .bind("org", scope.orgKey())
            .mapTo(String.class)
            .list());
  }

  /// The source of that name, whatever its case; added under `id` where there is none.
  UUID named(Scope scope, String name, UUID id, Instant now) {
    return jdbi.inTransaction(db -> {
      db.createUpdate(
              """
              insert into external_source (org_id, id, name, active, created_at, version)
              values (:org, :id, :name, true, :now, 1)
                  on conflict do nothing
              """)
          .bind("org", scope.orgKey())
          .bind("id", id)
          .bind("name", name)
          .bind("now", now)
          .execute();
      return db.createQuery(
              "select id from external_source where org_id = :org and lower(name) = lower(:name)")
          .bind("org", scope.orgKey())
          .bind("name", name)
          .mapTo(UUID.class)
          .one();
    });
  }
}
