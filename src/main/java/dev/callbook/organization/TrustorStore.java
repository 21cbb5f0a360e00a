package dev.callbook.organization;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Links between external organizations and trustors in SQL.
@ApplicationScoped
class TrustorStore {
  private final Jdbi jdbi;

  TrustorStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<Trustor> of(Scope scope, Collection<OrganizationId> organizations) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select organization_id, division_id, trustor_id, created_at
                  from organization_trustor
                 where org_id = :org
                   and organization_id = any(:ids)
                   and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
            .map((row, _) ->
                new Trustor(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    new DivisionId(row.getObject("division_id", UUID.class)),
                    row.getObject("trustor_id", UUID.class),
                    Instants.read(row, "created_at")))
            .list());
  }

  /// The organizations linked to trustors, in the order of these.
  List<OrganizationId> linkedTo(Scope scope, List<UUID> trustors) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select t.organization_id
                  from unnest(cast(:trustors as uuid[])) with ordinality as w (trustor_id, place)
                  join organization_trustor t on t.org_id = :org and t.trustor_id = w.trustor_id
                 where t.division_id = any(:divisions)
                 order by w.place, t.organization_id
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("trustors", trustors.toArray(UUID[]::new))
            .map((row, _) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
            .list());
  }

  /// @return whether no other organization of the division is linked to the trustor
  boolean insert(Scope scope, Trustor trustor) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into organization_trustor (org_id, organization_id, division_id, trustor_id, created_at)
                select :org, o.id, o.division_id, :trustor, :now
                  from organization o
                 where o.org_id = :org
                   and o.id = :organization
                   and o.division_id = any(:divisions)
                    on conflict do nothing
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("organization", trustor.organization().value())
            .bind("trustor", trustor.id())
            .bind("now", trustor.linkedAt())
            .execute())
        == 1;
  }

  void remove(Scope scope, OrganizationId organization) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from organization_trustor
                 where org_id = :org
                   and organization_id = :organization
                   and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("organization", organization.value())
            .execute());
  }
}
