package dev.callbook.csvimport;

import dev.callbook.csvimport.Import.Planned;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The organizations that a file names, beside those that are stored.
@ApplicationScoped
class LinkStore {
  private final Jdbi jdbi;

  LinkStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Organizations of the import's division that some of these names mean: the one spelt the same,
  /// else one that differs in case and accents only, the oldest of several.
  ///
  /// @return by folded name
  Map<String, UUID> stored(Job job, Collection<String> names) {
    Map<String, UUID> stored = new HashMap<>();
    jdbi.useHandle(db ->
        db.createQuery(
                """
                select o.name_key, o.id
                  from organization o
                  join unnest(cast(:keys as text[]), cast(:names as text[])) as n (key, name) on n.key = o.name_key
                 where o.org_id = :org
                   and o.division_id = :division
                   and o.name_key = any(cast(:keys as text[]))
                 order by o.name <> n.name, o.id
                """)
            .bind("org", job.scope().orgKey())
            .bind("division", job.division().id().value())
            .bind("keys", names.stream().map(Folding::key).toArray(String[]::new))
            .bind("names", names.toArray(String[]::new))
            .map((row, _) ->
                stored.putIfAbsent(row.getString("name_key"), row.getObject("id", UUID.class)))
            .list());
    return stored;
  }

  /// Notes which organization each name means. @param organizations by folded name
  void link(Job job, Map<String, UUID> organizations) {
    List<String> keys = List.copyOf(organizations.keySet());
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update import_organization i
                   set organization_id = found.id
                  from unnest(cast(:keys as text[]), cast(:ids as uuid[])) as found (key, id)
                 where i.org_id = :org
                   and i.import_id = :id
                   and i.name_key = found.key
                   and i.name_key = any(cast(:keys as text[]))
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("keys", keys.toArray(String[]::new))
            .bind("ids", keys.stream().map(organizations::get).toArray(UUID[]::new))
            .execute());
  }

  /// Names without an organization, from `after` on, in the order of their keys.
  List<String> missing(Job job, String after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select name
                  from import_organization
                 where org_id = :org and import_id = :id and name_key > :after and organization_id is null
                 order by name_key
                 limit :max
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("after", after)
            .bind("max", maxRows)
            .mapTo(String.class)
            .list());
  }

  /// How many names have no organization, and how many have one.
  Planned planned(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select count(*) filter (where organization_id is null), count(organization_id)
                  from import_organization
                 where org_id = :org and import_id = :id
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .map((row, _) -> new Planned(row.getLong(1), 0, row.getLong(2)))
            .one());
  }
}
