package dev.callbook.audit;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// What things outside divisions are called, whatever they are, and who acts.
@ApplicationScoped
class AuditNameStore {
  private final Jdbi jdbi;

  AuditNameStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Somebody whose changes can be asked for. @param email empty for clients
  record Who(UUID id, String name, String email) {}

  /// Names by id; ids of nothing, or of nothing any more, are missing.
  Map<UUID, String> names(Scope scope, Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    jdbi.useHandle(db ->
        db.createQuery(
                """
                select id, name from app_user where org_id = :org and id = any(:ids)
                 union all
                select id, name from oauth_client where org_id = :org and id = any(:ids)
                 union all
                select id, name from role where org_id = :org and id = any(:ids)
                 union all
                select id, name from event_source where org_id = :org and id = any(:ids)
                 union all
                select id, name from custom_schema where org_id = :org and id = any(:ids)
                 union all
                select id, name from external_source where org_id = :org and id = any(:ids)
                 union all
                select id, name from import_settings where org_id = :org and id = any(:ids)
                """)
            .bind("org", scope.orgKey())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
            .list());
    return names;
  }

  /// Users and clients by part of their name or e-mail, by name.
  List<Who> actorsNamed(Scope scope, String part, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, email
                  from (select id, name, email from app_user where org_id = :org
                         union all
                        select id, name, '' from oauth_client where org_id = :org) as one
                 where strpos(lower(name), lower(:part)) > 0 or strpos(lower(email), lower(:part)) > 0
                 order by lower(name), id
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("part", part)
            .bind("max", maxRows)
            .map((row, _) ->
                new Who(
                    row.getObject("id", UUID.class), row.getString("name"), row.getString("email")))
            .list());
  }
}
