package dev.callbook.contact;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Contacts by the beginning of their names.
@ApplicationScoped
class NameStore {
  private final Jdbi jdbi;

  NameStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Two ordered reads of the beginning of an index for each division; their cost does not grow
  /// with the number of matches.
  ///
  /// @param key a folded name without wildcards
  List<ContactId> starting(Scope scope, String key, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id
                  from unnest(:divisions) as d (division_id)
                 cross join lateral (
                        (select c.id, c.name_key as found
                           from contact c
                          where c.org_id = :org
                            and c.division_id = d.division_id
                            and c.name_key >= :key and c.name_key < :end
                          order by c.name_key, c.id
                          limit :max)
                        union
                        (select c.id, c.surname_key
                           from contact c
                          where c.org_id = :org
                            and c.division_id = d.division_id
                            and c.surname_key >= :key and c.surname_key < :end
                          order by c.surname_key, c.id
                          limit :max)) as hit
                 group by id
                 order by min(found), id
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("key", key)
            .bind("end", key + Character.MAX_VALUE)
            .bind("max", maxRows)
            .mapTo(UUID.class)
            .map(ContactId::new)
            .list());
  }
}
