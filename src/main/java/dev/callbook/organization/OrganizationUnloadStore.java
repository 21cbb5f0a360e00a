package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.organization.OrganizationUnload.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Whether organizations can go.
@ApplicationScoped
class OrganizationUnloadStore {
  private final Jdbi jdbi;

  OrganizationUnloadStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Until the transaction ends nobody writes what points at them.
  void lock(Scope scope, Collection<OrganizationId> ids) {
    jdbi.useHandle(db ->
        db.createQuery(
                """
                select o.id
                  from organization o
                 where o.org_id = :org
                   and o.id = any(:ids)
                   and o.division_id = any(:divisions)
                 order by o.id
                   for update
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .mapTo(UUID.class)
            .list());
  }

  Map<OrganizationId, Use> uses(Scope scope, Collection<OrganizationId> ids) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select used.id, used.use
                  from (select i.id,
                               case
                                 when o.id is null then 'GONE'
                                 when exists (select from note n
                                               where n.org_id = :org and n.subject_id = i.id) then 'NOTED'
                                 when exists (select from relationship r
                                               where r.org_id = :org and r.organization_id = i.id)
                                   or exists (select from organization_trustor t
                                               where t.org_id = :org and t.organization_id = i.id) then 'RELATED'
                                 when o.version > 1 then 'CHANGED'
                               end as use
                          from unnest(cast(:ids as uuid[])) as i (id)
                          left join organization o
                            on o.org_id = :org and o.id = i.id and o.division_id = any(:divisions)) as used
                 where used.use is not null
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", keys(ids))
            .map((row, _) ->
                Map.entry(
                    new OrganizationId(row.getObject("id", UUID.class)),
                    Use.valueOf(row.getString("use"))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Those that somebody works for, in whatever division, be it somebody who was merged away.
  Set<OrganizationId> staffed(Scope scope, Collection<OrganizationId> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select i.id
                  from unnest(cast(:ids as uuid[])) as i (id)
                 where exists (select from contact c
                                where c.org_id = :org and c.external_organization_id = i.id)
                    or exists (select from merged_contact m
                                where m.org_id = :org and m.external_organization_id = i.id)
                """)
            .bind("org", scope.orgKey())
            .bind("ids", keys(ids))
            .mapTo(UUID.class)
            .map(OrganizationId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static UUID[] keys(Collection<OrganizationId> ids) {
    return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
