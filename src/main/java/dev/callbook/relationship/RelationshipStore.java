package dev.callbook.relationship;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Rows;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Where;
import dev.callbook.organization.OrganizationId;
import dev.callbook.platform.Folding;
import dev.callbook.platform.Instants;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Relationships in SQL. Every write takes a set of records and one statement.
@ApplicationScoped
class RelationshipStore {
  private static final String COLUMNS =
      """
      select x.id, x.division_id, x.organization_id, x.user_id, u.name as user_name, u.state as user_state,
             x.relationship, x.created_at, x.modified_at, x.version
      """;

  private static final String PERSON =
      " join app_user u on u.org_id = x.org_id and u.id = x.user_id ";

  private static final String SELECT =
      COLUMNS
          + " from relationship x"
          + PERSON
          + " where x.org_id = :org and x.division_id = any(:divisions)";

  private static final String ROWS =
      """
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("id" uuid, "organization" uuid, "user" uuid, "text" text, "key" text, "createdAt" timestamptz,
              "modifiedAt" timestamptz, "version" integer)
      """;

  private record Row(
      UUID id,
      UUID organization,
      UUID user,
      String text,
      String key,
      Instant createdAt,
      Instant modifiedAt,
      int version) {
    static Row of(Relationship relationship) {
      return new Row(
          relationship.id(),
          relationship.organization().value(),
          relationship.person().id(),
          relationship.text(),
          Folding.key(relationship.text()),
          relationship.createdAt(),
          relationship.modifiedAt(),
          relationship.version());
    }
  }

  private final Jdbi jdbi;
  private final Rows json;

  RelationshipStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  List<Relationship> find(Scope scope, Collection<UUID> ids) {
    return select(scope, " and x.id = any(:ids)", ids);
  }

  /// As [#find]; held for the rest of the transaction.
  List<Relationship> lock(Scope scope, Collection<UUID> ids) {
    return select(scope, " and x.id = any(:ids) order by x.id for no key update of x", ids);
  }

  /// Those of some organizations; held for the rest of the transaction.
  List<Relationship> lockOf(Scope scope, Collection<OrganizationId> organizations) {
    return select(
        scope,
        " and x.organization_id = any(:ids) order by x.id for no key update of x",
        organizations.stream().map(OrganizationId::value).toList());
  }

  private List<Relationship> select(Scope scope, String which, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + which)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> toRelationship(row))
            .list());
  }

  RelationshipPage of(Scope scope, OrganizationId organization, RelationshipQuery query) {
    String column =
        switch (query.sort()) {
          case CREATED -> "x.created_at";
          case TEXT -> "x.relationship_key";
        };
    String direction = query.descending() ? " desc" : "";
    return jdbi.withHandle(db ->
        new RelationshipPage(
            db.createQuery(
                    SELECT
                        + " and x.organization_id = :organization order by "
                        + column
                        + direction
                        + ", x.id"
                        + direction
                        + " offset :offset limit :max")
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("organization", organization.value())
                .bind("offset", query.offset())
                .bind("max", query.maxRows())
                .map((row, _) -> toRelationship(row))
                .list(),
            count(db, scope, organization)));
  }

  List<Relationship> scan(Scope scope, ScanRange range, Filter<RelationshipField> filter) {
    Where where = Where.of(filter, RelationshipStore::piece);
    return jdbi.withHandle(db ->
        db.createQuery(
                COLUMNS
                    + ScanRange.DIVISIONS
                    + "(select r.* from relationship r"
                    + ScanRange.WITHIN
                    + where.text()
                    + ScanRange.ORDER
                    + ") as x"
                    + PERSON
                    + "order by d.place, x.id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", range.divisionKeys(scope))
            .bind("after", range.afterId(scope))
            .bind("max", range.maxRows())
            .bindMap(where.values())
            .map((row, _) -> toRelationship(row))
            .list());
  }

  private static String piece(RelationshipField field) {
    return switch (field) {
      case DIVISION -> "r.division_id = any(cast({value} as uuid[]))";
      case USER -> "r.user_id = any(cast({value} as uuid[]))";
      case CREATED -> "r.created_at";
      case MODIFIED -> "r.modified_at";
    };
  }

  private static int count(Handle db, Scope scope, OrganizationId organization) {
    return db.createQuery(
            """
            select count(*)
              from (select 1
                      from relationship
                     where org_id = :org
                       and organization_id = :organization
                       and division_id = any(:divisions)
                     limit :window) as counted
            """)
        .bind("org", scope.orgKey())
        .bind("divisions", scope.divisionKeys())
        .bind("organization", organization.value())
        .bind("window", PageRequest.WINDOW + 1)
        .mapTo(Integer.class)
        .one();
  }

  /// Holds each organization, so that none goes while it gets a relationship.
  ///
  /// @return how many were written: fewer than sent if an organization is gone
  int insert(Scope scope, List<Relationship> relationships) {
    return write(
        scope,
        relationships,
        """
        insert into relationship
               (org_id, id, division_id, organization_id, user_id, relationship, relationship_key, created_at,
                modified_at, version)
        select :org, r."id", o.division_id, o.id, r."user", r."text", r."key", r."createdAt", r."modifiedAt",
               r."version"
        """
            + ROWS
            + """
              join organization o on o.org_id = :org and o.id = r."organization"
             where o.division_id = any(:divisions)
               for key share of o
            """);
  }

  /// Replaces people and words. The relationships must be locked.
  void update(Scope scope, List<Relationship> relationships) {
    write(
        scope,
        relationships,
        """
        update relationship x
           set user_id = r."user", relationship = r."text", relationship_key = r."key",
               modified_at = r."modifiedAt", version = r."version"
        """
            + ROWS
            + " where x.org_id = :org and x.id = r.\"id\" and x.division_id = any(:divisions)");
  }

  private int write(Scope scope, List<Relationship> relationships, String statement) {
    return relationships.isEmpty()
        ? 0
        : jdbi.withHandle(db ->
            db.createUpdate(statement)
                .bind("org", scope.orgKey())
                .bind("divisions", scope.divisionKeys())
                .bind("rows", json.write(relationships.stream().map(Row::of).toList()))
                .execute());
  }

  void remove(Scope scope, Collection<UUID> ids) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "delete from relationship where org_id = :org and id = any(:ids) and division_id = any(:divisions)")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", ids.toArray(UUID[]::new))
            .execute());
  }

  private static Relationship toRelationship(ResultSet row) throws SQLException {
    return new Relationship(
        row.getObject("id", UUID.class),
        new DivisionId(row.getObject("division_id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Relationship.Person(
            row.getObject("user_id", UUID.class),
            row.getString("user_name"),
            row.getString("user_state").equals("active")),
        row.getString("relationship"),
        Instants.read(row, "created_at"),
        Instants.read(row, "modified_at"),
        row.getInt("version"));
  }
}
