package dev.callbook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Roles and grants of an organization.
@ApplicationScoped
class RoleStore {
  private final Jdbi jdbi;

  RoleStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(OrgId org, Role role) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into role (org_id, id, name, built_in, permissions)
                values (:org, :id, :name, :builtIn, :permissions)
                """)
            .bind("org", org.value())
            .bind("id", role.id())
            .bind("name", role.name())
            .bind("builtIn", role.builtIn())
            .bind("permissions", Permission.valuesOf(role.permissions()))
            .execute());
  }

  /// Built-in roles follow the version that runs.
  void refresh(OrgId org, Role role) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update role set permissions = cast(:permissions as text[])
                 where org_id = :org and name = :name and built_in and permissions <> cast(:permissions as text[])
                """)
            .bind("org", org.value())
            .bind("name", role.name())
            .bind("permissions", Permission.valuesOf(role.permissions()))
            .execute());
  }

  List<Role> all(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name, built_in, permissions
                  from role
                 where org_id = :org
                 order by built_in desc, lower(name), id
                """)
            .bind("org", org.value())
            .map((row, _) ->
                new Role(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getBoolean("built_in"),
                    Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .flatMap(value -> Permission.of(value).stream())
                        .collect(Collectors.toUnmodifiableSet())))
            .list());
  }

  /// @return whether it was not granted yet
  boolean grant(OrgId org, UUID subject, UUID role, DivisionId division) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into access_grant (org_id, subject_id, role_id, division_id)
                values (:org, :subject, :role, :division)
                on conflict do nothing
                """)
            .bind("org", org.value())
            .bind("subject", subject)
            .bind("role", role)
            .bind("division", division.value())
            .execute())
        == 1;
  }

  /// @return whether it was granted
  boolean revoke(OrgId org, UUID subject, UUID role, DivisionId division) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from access_grant
                 where org_id = :org and subject_id = :subject and role_id = :role and division_id = :division
                """)
            .bind("org", org.value())
            .bind("subject", subject)
            .bind("role", role)
            .bind("division", division.value())
            .execute())
        == 1;
  }

  /// @param roleName a role a subject holds @param divisionId where
  record Held(
      UUID subject, UUID roleId, String roleName, DivisionId divisionId, String divisionName) {}

  List<Held> held(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select g.subject_id, g.role_id, r.name as role_name, g.division_id, d.name as division_name
                  from access_grant g
                  join role r on r.org_id = g.org_id and r.id = g.role_id
                  join division d on d.org_id = g.org_id and d.id = g.division_id
                 where g.org_id = :org
                 order by lower(r.name), lower(d.name), g.subject_id
                """)
            .bind("org", org.value())
            .map((row, _) ->
                new Held(
                    row.getObject("subject_id", UUID.class),
                    row.getObject("role_id", UUID.class),
                    row.getString("role_name"),
                    new DivisionId(row.getObject("division_id", UUID.class)),
                    row.getString("division_name")))
            .list());
  }
}
