package dev.callbook.organization;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The industries and tags in use, in SQL: one step in an index for each, however many
/// organizations have it.
@ApplicationScoped
class OrganizationLabelStore {
  private final Jdbi jdbi;

  OrganizationLabelStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// In order. @param most how many are read of each division
  List<String> industries(Scope scope, int most) {
    return read(
        scope,
        most,
        """
        with recursive step (division_id, key, label, number) as (
             select d.division_id, f.key, f.label, 1
               from unnest(cast(:divisions as uuid[])) as d (division_id)
              cross join lateral (
                    select lower(o.industry) as key, o.industry as label
                      from organization o
                     where o.org_id = :org and o.division_id = d.division_id and o.industry is not null
                     order by lower(o.industry)
                     limit 1) as f
              union all
             select s.division_id, n.key, n.label, s.number + 1
               from step s
              cross join lateral (
                    select lower(o.industry) as key, o.industry as label
                      from organization o
                     where o.org_id = :org and o.division_id = s.division_id and o.industry is not null
                       and lower(o.industry) > s.key
                     order by lower(o.industry)
                     limit 1) as n
              where s.number < :most)
        select min(label) from step group by key order by key limit :most
        """);
  }

  /// As [#industries].
  List<String> tags(Scope scope, int most) {
    return read(
        scope,
        most,
        """
        with recursive step (division_id, key, label, number) as (
             select d.division_id, f.key, f.label, 1
               from unnest(cast(:divisions as uuid[])) as d (division_id)
              cross join lateral (
                    select t.tag_key as key, t.tag as label
                      from organization_tag t
                     where t.org_id = :org and t.division_id = d.division_id
                     order by t.tag_key
                     limit 1) as f
              union all
             select s.division_id, n.key, n.label, s.number + 1
               from step s
              cross join lateral (
                    select t.tag_key as key, t.tag as label
                      from organization_tag t
                     where t.org_id = :org and t.division_id = s.division_id and t.tag_key > s.key
                     order by t.tag_key
                     limit 1) as n
              where s.number < :most)
        select min(label) from step group by key order by key limit :most
        """);
  }

  private List<String> read(Scope scope, int most, String statement) {
    return jdbi.withHandle(db ->
        db.createQuery(statement)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("most", most)
            .mapTo(String.class)
            .list());
  }
}
