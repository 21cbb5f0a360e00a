package dev.callbook.externalsource;

import dev.callbook.access.Scope;
import dev.callbook.externalsource.ExternalSource.Details;
import dev.callbook.externalsource.ExternalSources.Listed;
import dev.callbook.externalsource.ExternalSources.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// External sources in SQL. They belong to an organization, not to its divisions.
@ApplicationScoped
class ExternalSourceStore {
  private static final String SELECT =
      """
      select id, name, active, uri_template, version, lower(name) as place
        from external_source
       where org_id = :org and removed_at is null
      """;

  private static final String UNIQUE = "23505";

  private final Jdbi jdbi;

  ExternalSourceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<ExternalSource> find(Scope scope, Collection<UUID> ids) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and id = any(:ids)")
            .bind("org", scope.orgKey())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> toSource(row))
            .list());
  }

  /// Held for the rest of the transaction.
  Optional<ExternalSource> lock(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and id = :id for no key update")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .map((row, _) -> toSource(row))
            .findOne());
  }

  Optional<UUID> byName(Scope scope, String name) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id
                  from external_source
                 where org_id = :org
                   and lower(name) collate "C" = lower(:name)
                   and removed_at is null
                """)
            .bind("org", scope.orgKey())
            .bind("name", name)
            .mapTo(UUID.class)
            .findOne());
  }

  List<ExternalSource> inUse(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and active order by lower(name) collate \"C\"")
            .bind("org", scope.orgKey())
            .map((row, _) -> toSource(row))
            .list());
  }

  List<String> names(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select name
                  from external_source
                 where org_id = :org and active and removed_at is null
                 order by lower(name) collate "C"
                """)
            .bind("org", scope.orgKey())
            .mapTo(String.class)
            .list());
  }

  /// Reads one range of the index of names, whose keys are unique.
  List<Listed> list(Scope scope, Query query) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                       and lower(name) collate "C" >= lower(:beginning)
                       and lower(name) collate "C" < lower(:beginning) || chr(1114111)
                    """
                    + (query.after().isPresent() ? " and lower(name) collate \"C\" > :after" : "")
                    + (query.active().isPresent() ? " and active = :active" : "")
                    + " order by lower(name) collate \"C\" limit :max")
            .bind("org", scope.orgKey())
            .bind("beginning", query.beginning())
            .bind("after", query.after().orElse(null))
            .bind("active", query.active().orElse(null))
            .bind("max", query.maxRows() + 1)
            .map((row, _) -> new Listed(toSource(row), row.getString("place")))
            .list());
  }

  /// @return whether its name was free
  boolean insert(Scope scope, ExternalSource source, Instant now) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                    """
                    insert into external_source (org_id, id, name, active, uri_template, created_at, version)
                    values (:org, :id, :name, :active, :link, :now, :version)
                        on conflict do nothing
                    """)
                .bind("org", scope.orgKey())
                .bind("id", source.id())
                .bind("name", source.details().name())
                .bind("active", source.details().active())
                .bind("link", link(source.details()))
                .bind("now", now)
                .bind("version", source.version())
                .execute()
            == 1);
  }

  /// @return whether its name was free; if not, the transaction can only be rolled back
  boolean update(Scope scope, ExternalSource source) {
    try {
      jdbi.useHandle(db ->
          db.createUpdate(
                  """
                  update external_source
                     set name = :name, active = :active, uri_template = :link, version = :version
                   where org_id = :org and id = :id
                  """)
              .bind("org", scope.orgKey())
              .bind("id", source.id())
              .bind("name", source.details().name())
              .bind("active", source.details().active())
              .bind("link", link(source.details()))
              .bind("version", source.version())
              .execute());
      return true;
    } catch (UnableToExecuteStatementException fault) {
      if (fault.getCause() instanceof SQLException cause && UNIQUE.equals(cause.getSQLState())) {
        return false;
      }
      throw fault;
    }
  }

  void remove(Scope scope, UUID id, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "update external_source set removed_at = :now where org_id = :org and id = :id")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .bind("now", now)
            .execute());
  }

  /// Those within `scope` that it knows by an id; counts no further than `most`.
  long contacts(Scope scope, UUID source, int most) {
    return count(scope, source, "contact_external_id", most);
  }

  /// Those within `scope` that it knows by an id; counts no further than `most`.
  long organizations(Scope scope, UUID source, int most) {
    return count(scope, source, "organization_external_id", most);
  }

  private long count(Scope scope, UUID source, String table, int most) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(*) from (select 1 from "
                    + table
                    + " where org_id = :org and source_id = :source and division_id ="
                    + " any(:divisions) limit :most) as found")
            .bind("org", scope.orgKey())
            .bind("source", source)
            .bind("divisions", scope.divisionKeys())
            .bind("most", most)
            .mapTo(Long.class)
            .one());
  }

  private static @Nullable String link(Details details) {
    return details.link() == null ? null : details.link().text();
  }

  private static ExternalSource toSource(ResultSet row) throws SQLException {
    String link = row.getString("uri_template");
    return new ExternalSource(
        row.getObject("id", UUID.class),
        new Details(
            row.getString("name"),
            row.getBoolean("active"),
            link == null ? null : new LinkTemplate(link)),
        row.getInt("version"));
  }
}
