package dev.callbook.customfield;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.OrgId;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// Schemas in SQL. They belong to no division: an organization is their whole scope.
@ApplicationScoped
class SchemaStore {
  private static final String SELECT =
      """
      select s.id, s.kind, v.name, v.version, v.enabled, s.deleted, v.document, s.created_by_kind, s.created_by,
             s.created_at, s.offered_first
        from custom_schema s
        join custom_schema_version v on v.org_id = s.org_id and v.schema_id = s.id
       where s.org_id = :org
      """;

  private final Jdbi jdbi;
  private final Rows json;

  SchemaStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// The newest version of each that is not deleted, the oldest schema first.
  List<Schema> all(OrgId org, SchemaKind kind) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                       and s.kind = :kind
                       and not s.deleted
                       and v.version = s.version
                     order by s.id
                    """)
            .bind("org", org.value())
            .bind("kind", kind.word())
            .map((row, _) -> read(row))
            .list());
  }

  /// The newest version, deleted or not.
  Optional<Schema> find(OrgId org, SchemaKind kind, UUID id) {
    return find(org, kind, id, " and v.version = s.version");
  }

  /// As [#find]; held for the rest of the transaction.
  Optional<Schema> lock(OrgId org, SchemaKind kind, UUID id) {
    return find(org, kind, id, " and v.version = s.version for no key update of s");
  }

  private Optional<Schema> find(OrgId org, SchemaKind kind, UUID id, String which) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and s.id = :id and s.kind = :kind" + which)
            .bind("org", org.value())
            .bind("kind", kind.word())
            .bind("id", id)
            .map((row, _) -> read(row))
            .findOne());
  }

  /// Every version, the newest first.
  List<Schema> versions(OrgId org, SchemaKind kind, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and s.id = :id and s.kind = :kind order by v.version desc")
            .bind("org", org.value())
            .bind("kind", kind.word())
            .bind("id", id)
            .map((row, _) -> read(row))
            .list());
  }

  /// Those from `oldest` to `newest`, the newest first.
  List<Schema> versions(OrgId org, SchemaKind kind, UUID id, int oldest, int newest) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                       and s.id = :id
                       and s.kind = :kind
                       and v.version between :oldest and :newest
                     order by v.version desc
                    """)
            .bind("org", org.value())
            .bind("kind", kind.word())
            .bind("id", id)
            .bind("oldest", oldest)
            .bind("newest", newest)
            .map((row, _) -> read(row))
            .list());
  }

  Optional<Schema> version(OrgId org, SchemaKind kind, UUID id, int version) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and s.id = :id and s.kind = :kind and v.version = :version")
            .bind("org", org.value())
            .bind("kind", kind.word())
            .bind("id", id)
            .bind("version", version)
            .map((row, _) -> read(row))
            .findOne());
  }

  /// Lets one writer of an organization's schemas in at a time: their number and the number of
  /// their fields are limited together.
  void lockAll(OrgId org) {
    jdbi.useHandle(db ->
        db.createQuery("select org_id from org where org_id = :org for no key update")
            .bind("org", org.value())
            .mapTo(UUID.class)
            .one());
  }

  /// @return false if another schema of the kind has the name
  boolean insert(OrgId org, Schema schema) {
    return jdbi.withHandle(db -> {
      int added =
          bind(
                  db.createUpdate(
                      """
                      insert into custom_schema
                             (org_id, id, kind, name, version, enabled, created_by_kind, created_by, created_at)
                      values (:org, :id, :kind, :name, :version, :enabled, :createdByKind, :createdBy, :createdAt)
                          on conflict do nothing
                      """),
                  org,
                  schema)
              .execute();
      return added == 1 && insertVersion(org, schema);
    });
  }

  private boolean insertVersion(OrgId org, Schema schema) {
    return 1
        == jdbi.withHandle(db ->
            bind(
                    db.createUpdate(
                        """
                        insert into custom_schema_version (org_id, schema_id, version, name, enabled, document)
                        values (:org, :id, :version, :name, :enabled, cast(:document as json))
                        """),
                    org,
                    schema)
                .execute());
  }

  /// Adds the next version. The schemas must be locked.
  ///
  /// @return false if another schema of the kind has the name
  boolean replace(OrgId org, Schema schema) {
    int changed =
        jdbi.withHandle(db ->
            bind(
                    db.createUpdate(
                        """
                        update custom_schema s
                           set name = :name, version = :version, enabled = :enabled
                         where org_id = :org
                           and id = :id
                           and not exists (
                               select 1 from custom_schema o
                                where o.org_id = :org and o.kind = s.kind and lower(o.name) = lower(:name)
                                  and not o.deleted and o.id <> s.id)
                        """),
                    org,
                    schema)
                .execute());
    return changed == 1 && insertVersion(org, schema);
  }

  /// The schemas must be locked.
  void offerFirst(OrgId org, SchemaKind kind, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update custom_schema
                   set offered_first = (id = :id)
                 where org_id = :org
                   and kind = :kind
                   and (offered_first or id = :id)
                """)
            .bind("org", org.value())
            .bind("kind", kind.word())
            .bind("id", id)
            .execute());
  }

  void delete(OrgId org, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate("update custom_schema set deleted = true where org_id = :org and id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .execute());
  }

  private Update bind(Update update, OrgId org, Schema schema) {
    return update
        .bind("org", org.value())
        .bind("id", schema.id())
        .bind("kind", schema.kind().word())
        .bind("name", schema.name())
        .bind("version", schema.version())
        .bind("enabled", schema.enabled())
        .bind("document", json.writeOne(schema.document()))
        .bind("createdByKind", schema.createdBy().kind())
        .bind("createdBy", schema.createdBy().id())
        .bind("createdAt", schema.createdAt());
  }

  private Schema read(ResultSet row) throws SQLException {
    boolean deleted = row.getBoolean("deleted");
    return new Schema(
        row.getObject("id", UUID.class),
        SchemaKind.ofWord(row.getString("kind")),
        row.getString("name"),
        row.getInt("version"),
        row.getBoolean("enabled") && !deleted,
        deleted,
        Objects.requireNonNull(json.read(row.getString("document"), ObjectNode.class)),
        new Schema.Author(
            row.getString("created_by_kind"), row.getObject("created_by", UUID.class)),
        Instants.read(row, "created_at"),
        row.getBoolean("offered_first"));
  }
}
