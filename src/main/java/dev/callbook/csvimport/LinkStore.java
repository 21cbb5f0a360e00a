package dev.callbook.csvimport;

import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// The organizations that a file names, beside those that are stored.
@ApplicationScoped
class LinkStore {
  private static final String LINK =
      """
      update import_organization i
         set organization_id = (
             select o.id
               from organization o
              where o.org_id = :org and o.division_id = :division and o.name_key = i.name_key
              order by o.name <> i.name, o.id
              limit 1)
       where i.org_id = :org
         and i.import_id = :id
         and i.organization_id is null
         and exists (
             select
               from organization o
              where o.org_id = :org and o.division_id = :division and o.name_key = i.name_key)
      """;

  private final Jdbi jdbi;

  LinkStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Links names to organizations of the import's division: the one spelt the same, else one that
  /// differs in case and accents only, the oldest of several.
  void link(Job job) {
    jdbi.useHandle(db -> {
      // Made by the thousand a moment ago; without it the plan would be one for a single name.
      db.execute("analyze import_organization");
      bind(db.createUpdate(LINK), job).execute();
    });
  }

  /// As [#link(Job)], these names only.
  void link(Job job, Collection<String> names) {
    String[] keys = names.stream().map(Folding::key).toArray(String[]::new);
    jdbi.useHandle(db ->
        bind(db.createUpdate(LINK + " and i.name_key = any(:keys)"), job)
            .bind("keys", keys)
            .execute());
  }

  private static Update bind(Update statement, Job job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("division", job.division().id().value())
        .bind("id", job.id());
  }

  /// Names without an organization, the first in the order of their keys.
  List<String> missing(Job job, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select name
                  from import_organization
                 where org_id = :org and import_id = :id and organization_id is null
                 order by name_key
                 limit :max
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("max", maxRows)
            .mapTo(String.class)
            .list());
  }
}
