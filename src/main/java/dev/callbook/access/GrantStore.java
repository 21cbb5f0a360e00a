package dev.callbook.access;

import dev.callbook.access.Grants.Grant;
import dev.callbook.access.Grants.Held;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// Who holds which role in which division of an organization.
@ApplicationScoped
class GrantStore {
  private static final String HELD =
      """
      select g.subject_id, g.role_id, r.name as role_name, r.built_in, r.permissions, g.division_id,
             d.name as division_name, d.kind, g.granted_at
        from access_grant g
        join role r on r.org_id = g.org_id and r.id = g.role_id
        join division d on d.org_id = g.org_id and d.id = g.division_id
       where g.org_id = :org
      """;

  private static final String ORDER =
      " order by lower(r.name), lower(d.name), g.subject_id, g.role_id";

  private final Jdbi jdbi;

  GrantStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// @return those that were not granted yet
  List<Grant> add(OrgId org, List<Grant> grants, Instant now) {
    return jdbi.withHandle(db ->
        bind(
                org,
                grants,
                db.createQuery(
                    """
                    insert into access_grant (org_id, subject_id, role_id, division_id, granted_at)
                    select :org, g.subject, g.role, g.division, :now
                      from unnest(cast(:subjects as uuid[]), cast(:roles as uuid[]), cast(:divisions as uuid[]))
                           as g(subject, role, division)
                    on conflict do nothing
                    returning subject_id, role_id, division_id
                    """))
            .bind("now", now)
            .map((row, _) -> toGrant(row))
            .list());
  }

  /// @return those that were granted
  List<Grant> remove(OrgId org, List<Grant> grants) {
    return jdbi.withHandle(db ->
        bind(
                org,
                grants,
                db.createQuery(
                    """
                    delete from access_grant a
                     using unnest(cast(:subjects as uuid[]), cast(:roles as uuid[]), cast(:divisions as uuid[]))
                           as g(subject, role, division)
                     where a.org_id = :org
                       and a.subject_id = g.subject
                       and a.role_id = g.role
                       and a.division_id = g.division
                    returning a.subject_id, a.role_id, a.division_id
                    """))
            .map((row, _) -> toGrant(row))
            .list());
  }

  private static <S extends SqlStatement<S>> S bind(OrgId org, List<Grant> grants, S statement) {
    return statement
        .bind("org", org.value())
        .bind("subjects", column(grants, Grant::subject))
        .bind("roles", column(grants, Grant::role))
        .bind("divisions", column(grants, grant -> grant.division().value()));
  }

  private static UUID[] column(List<Grant> grants, Function<Grant, UUID> part) {
    return grants.stream().map(part).toArray(UUID[]::new);
  }

  private static Grant toGrant(ResultSet row) throws SQLException {
    return new Grant(
        row.getObject("subject_id", UUID.class),
        row.getObject("role_id", UUID.class),
        new DivisionId(row.getObject("division_id", UUID.class)));
  }

  /// By the names of roles and divisions.
  List<Held> all(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(HELD + ORDER).bind("org", org.value()).map((row, _) -> toHeld(row)).list());
  }

  List<Held> of(OrgId org, UUID subject) {
    return jdbi.withHandle(db ->
        db.createQuery(HELD + " and g.subject_id = :subject" + ORDER)
            .bind("org", org.value())
            .bind("subject", subject)
            .map((row, _) -> toHeld(row))
            .list());
  }

  List<Held> of(OrgId org, Collection<UUID> subjects) {
    return jdbi.withHandle(db ->
        db.createQuery(HELD + " and g.subject_id = any(:subjects)" + ORDER)
            .bind("org", org.value())
            .bind("subjects", subjects.toArray(UUID[]::new))
            .map((row, _) -> toHeld(row))
            .list());
  }

  List<Held> in(OrgId org, DivisionId division, int offset, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                HELD + " and g.division_id = :division" + ORDER + " limit :max offset :offset")
            .bind("org", org.value())
            .bind("division", division.value())
            .bind("max", maxRows)
            .bind("offset", offset)
            .map((row, _) -> toHeld(row))
            .list());
  }

  private static Held toHeld(ResultSet row) throws SQLException {
    return new Held(
        row.getObject("subject_id", UUID.class),
        row.getObject("role_id", UUID.class),
        row.getString("role_name"),
        row.getBoolean("built_in"),
        Permission.ofValues((String[]) row.getArray("permissions").getArray()),
        new Division(
            new DivisionId(row.getObject("division_id", UUID.class)),
            row.getString("division_name"),
            Division.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))),
        Instants.readOrNull(row, "granted_at"));
  }

  int countIn(OrgId org, DivisionId division) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(*) from access_grant where org_id = :org and division_id = :division")
            .bind("org", org.value())
            .bind("division", division.value())
            .mapTo(Integer.class)
            .one());
  }

  /// How many there are in each division; those without any are missing.
  Map<DivisionId, Integer> countsByDivision(OrgId org) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select division_id, count(*) as grants
                  from access_grant
                 where org_id = :org
                 group by division_id
                """)
            .bind("org", org.value())
            .reduceRows(
                new HashMap<DivisionId, Integer>(),
                (counts, row) -> {
                  counts.put(
                      new DivisionId(row.getColumn("division_id", UUID.class)),
                      row.getColumn("grants", Integer.class));
                  return counts;
                }));
  }

  void removeAllIn(OrgId org, DivisionId division) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from access_grant where org_id = :org and division_id = :division")
            .bind("org", org.value())
            .bind("division", division.value())
            .execute());
  }

  /// The names of users and clients, for those that there are.
  Map<UUID, String> subjects(OrgId org, Collection<UUID> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, name from app_user where org_id = :org and id = any(:ids)
                union all
                select id, name from oauth_client where org_id = :org and id = any(:ids)
                """)
            .bind("org", org.value())
            .bind("ids", ids.toArray(UUID[]::new))
            .reduceRows(
                new HashMap<UUID, String>(),
                (names, row) -> {
                  names.put(row.getColumn("id", UUID.class), row.getColumn("name", String.class));
                  return names;
                }));
  }

  /// How many roles each subject holds, each counted once; subjects that hold none are missing.
  Map<UUID, Integer> roleCounts(OrgId org, Collection<UUID> subjects) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select subject_id, count(distinct role_id) as roles
                  from access_grant
                 where org_id = :org and subject_id = any(:ids)
                 group by subject_id
                """)
            .bind("org", org.value())
            .bind("ids", subjects.toArray(UUID[]::new))
            .reduceRows(
                new HashMap<UUID, Integer>(),
                (counts, row) -> {
                  counts.put(
                      row.getColumn("subject_id", UUID.class),
                      row.getColumn("roles", Integer.class));
                  return counts;
                }));
  }
}
