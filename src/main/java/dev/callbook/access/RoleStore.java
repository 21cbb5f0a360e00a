package dev.callbook.access;

import dev.callbook.platform.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Roles of an organization.
@ApplicationScoped
class RoleStore {
  private final Jdbi jdbi;

  RoleStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// @return whether the name was still free
  boolean add(OrgId org, Role role) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                insert into role (org_id, id, name, description, built_in, permissions, version)
                values (:org, :id, :name, :description, :builtIn, :permissions, 1)
                on conflict do nothing
                """)
            .bind("org", org.value())
            .bind("id", role.id())
            .bind("name", role.name())
            .bind("description", role.description())
            .bind("builtIn", role.builtIn())
            .bind("permissions", Permission.valuesOf(role.permissions()))
            .execute())
        == 1;
  }

  /// What came of an update.
  enum Update {
    DONE,
    NAME_TAKEN,
    OUTDATED
  }

  Update update(OrgId org, Role role) {
    try {
      int changed =
          jdbi.withHandle(db ->
              db.createUpdate(
                      """
                      update role
                         set name = :name, description = :description, permissions = :permissions, version = :version
                       where org_id = :org and id = :id and version = :version - 1 and not built_in
                      """)
                  .bind("org", org.value())
                  .bind("id", role.id())
                  .bind("name", role.name())
                  .bind("description", role.description())
                  .bind("permissions", Permission.valuesOf(role.permissions()))
                  .bind("version", role.version())
                  .execute());
      return changed == 1 ? Update.DONE : Update.OUTDATED;
    } catch (UnableToExecuteStatementException refused) {
      if (Verdicts.isDuplicate(refused)) {
        return Update.NAME_TAKEN;
      }
      throw refused;
    }
  }

  /// Removes a role that nobody holds. @return whether nobody did
  boolean remove(OrgId org, UUID id) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from role
                 where org_id = :org
                   and id = :id
                   and not exists (select 1 from access_grant where org_id = :org and role_id = :id)
                """)
            .bind("org", org.value())
            .bind("id", id)
            .execute())
        == 1;
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
                select id, name, description, built_in, permissions, version
                  from role
                 where org_id = :org
                 order by built_in desc, lower(name), id
                """)
            .bind("org", org.value())
            .map((row, _) ->
                new Role(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("description"),
                    row.getBoolean("built_in"),
                    Permission.ofValues((String[]) row.getArray("permissions").getArray()),
                    row.getInt("version")))
            .list());
  }

  /// How many users and clients hold each role; roles that none holds are missing.
  Map<UUID, Integer> holderCounts(OrgId org) {
    return counts(
        org,
        """
        select role_id, count(distinct subject_id) as users
          from access_grant
         where org_id = :org
         group by role_id
        """);
  }

  /// How many active users hold each role; roles that none holds are missing.
  Map<UUID, Integer> userCounts(OrgId org) {
    return counts(
        org,
        """
        select g.role_id, count(distinct g.subject_id) as users
          from access_grant g
          join app_user u on u.org_id = g.org_id and u.id = g.subject_id
         where g.org_id = :org and u.state = 'active'
         group by g.role_id
        """);
  }

  private Map<UUID, Integer> counts(OrgId org, String sql) {
    return jdbi.withHandle(db ->
        db.createQuery(sql)
            .bind("org", org.value())
            .reduceRows(
                new HashMap<UUID, Integer>(),
                (counts, row) -> {
                  counts.put(
                      row.getColumn("role_id", UUID.class), row.getColumn("users", Integer.class));
                  return counts;
                }));
  }
}
