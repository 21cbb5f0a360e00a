package dev.callbook.csvimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The organizations that a file names, beside those that are stored.
@ApplicationScoped
class LinkStore {
  private final Jdbi jdbi;

  LinkStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Links names to organizations of the import's division: the one spelt the same, else one that
  /// differs in case and accents only, the oldest of several.
  void link(Job job) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update import_organization i
                   set organization_id = f.id
                  from (select distinct on (i.name_key) i.name_key, o.id
                          from import_organization i
                          join organization o
                            on o.org_id = :org and o.division_id = :division and o.name_key = i.name_key
                         where i.org_id = :org and i.import_id = :id and i.organization_id is null
                         order by i.name_key, o.name <> i.name, o.id) f
                 where i.org_id = :org and i.import_id = :id and i.name_key = f.name_key
                """)
            .bind("org", job.scope().orgKey())
            .bind("division", job.division().id().value())
            .bind("id", job.id())
            .execute());
  }

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
