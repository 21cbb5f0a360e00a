package dev.callbook.change;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// How long the log keeps what entries are about, and how far it has forgotten. Both belong to a
/// whole organization, not to its divisions.
@ApplicationScoped
class RetentionStore {
  private final Jdbi jdbi;

  RetentionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<Retention> find(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery("select days from change_retention where org_id = :org")
            .bind("org", scope.orgKey())
            .map((row, _) -> row.getObject(1, Integer.class))
            .findOne()
            .map(Retention::new));
  }

  void put(Scope scope, Retention retention) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into change_retention (org_id, days)
                values (:org, :days)
                    on conflict (org_id) do update
                   set days = :days
                """)
            .bind("org", scope.orgKey())
            .bind("days", retention.days())
            .execute());
  }

  /// The last of the next entries to forget, in the order of their ids.
  ///
  /// @param end the first id that is kept
  /// @return empty if there are none
  Optional<UUID> next(Scope scope, UUID end, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select old.id
                  from (select id
                          from change
                         where org_id = :org
                           and id < :end
                           and id > coalesce((select forgotten from change_retention where org_id = :org),
                                             '00000000-0000-0000-0000-000000000000')
                         order by id
                         limit :max) as old
                 order by old.id desc
                 limit 1
                """)
            .bind("org", scope.orgKey())
            .bind("end", end)
            .bind("max", maxRows)
            .mapTo(UUID.class)
            .findOne());
  }

  /// Forgets what entries up to one are about, and that it is done.
  void forget(Scope scope, UUID last) {
    jdbi.useHandle(db -> {
      db.createUpdate(
              """
              update change
                 set before = null, after = null
               where org_id = :org
                 and id <= :last
                 and id > coalesce((select forgotten from change_retention where org_id = :org),
                                   '00000000-0000-0000-0000-000000000000')
                 and (before is not null or after is not null)
              """)
          .bind("org", scope.orgKey())
          .bind("last", last)
          .execute();
      db.createUpdate(
              """
              insert into change_retention (org_id, days, forgotten)
              values (:org, :days, :last)
                  on conflict (org_id) do update
                 set forgotten = :last
              """)
          .bind("org", scope.orgKey())
          .bind("days", Retention.DEFAULT.days())
          .bind("last", last)
          .execute();
    });
  }
}
