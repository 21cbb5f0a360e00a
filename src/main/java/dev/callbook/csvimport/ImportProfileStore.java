package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.ColumnProfile.Mapping;
import dev.callbook.csvimport.ImportProfile.Draft;
import dev.callbook.csvimport.ImportProfile.Field;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Saved ways to import. They belong to no division: their organization is their whole scope.
@ApplicationScoped
class ImportProfileStore {
  private static final String FOREIGN_KEY = "23503";
  private static final String PROFILE =
      """
      select id, name, match_on, merges, several, source_id, fields, created_at, version
        from import_settings
       where org_id = :org
      """;
  private static final String COLUMNS =
      """
      select id, settings_id, mappings, region, kind, time_zone, version
        from import_csv_settings
       where org_id = :org
      """;

  private final Jdbi jdbi;
  private final Rows json;

  ImportProfileStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// The external source's name; empty if there is none.
  Optional<String> sourceName(Scope scope, UUID source) {
    return jdbi.withHandle(db ->
        db.createQuery("select name from external_source where org_id = :org and id = :id")
            .bind("org", scope.orgKey())
            .bind("id", source)
            .mapTo(String.class)
            .findOne());
  }

  Optional<ImportProfile> find(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(PROFILE + " and id = :id")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .map((row, _) -> profile(row))
            .findOne());
  }

  /// As [#find]; held for the rest of the transaction.
  Optional<ImportProfile> lock(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(PROFILE + " and id = :id for update")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .map((row, _) -> profile(row))
            .findOne());
  }

  /// By id. @param name what the name begins with, whatever its case; null for any
  List<ImportProfile> list(
      Scope scope, @Nullable String name, boolean newestFirst, @Nullable UUID after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                PROFILE
                    + (name == null ? "" : " and starts_with(lower(name), :name)")
                    + page(newestFirst, after))
            .bind("org", scope.orgKey())
            .bind("name", name == null ? null : name.toLowerCase(Locale.ROOT))
            .bind("after", after)
            .bind("max", maxRows)
            .map((row, _) -> profile(row))
            .list());
  }

  private static String page(boolean newestFirst, @Nullable UUID after) {
    return (after == null ? "" : newestFirst ? " and id < :after" : " and id > :after")
        + (newestFirst ? " order by id desc" : " order by id")
        + " limit :max";
  }

  void insert(Scope scope, ImportProfile profile) {
    write(
        scope,
        profile,
        """
        insert into import_settings (org_id, id, name, match_on, merges, several, source_id, fields, created_at, version)
        values (:org, :id, :name, :matchOn, :merges, :several, :source, cast(:fields as jsonb), :created, :version)
        """);
  }

  void update(Scope scope, ImportProfile profile) {
    write(
        scope,
        profile,
        """
        update import_settings
           set name = :name, match_on = :matchOn, merges = :merges, several = :several, source_id = :source,
               fields = cast(:fields as jsonb), version = :version
         where org_id = :org and id = :id
        """);
  }

  private void write(Scope scope, ImportProfile profile, String statement) {
    Draft draft = profile.draft();
    jdbi.useHandle(db ->
        db.createUpdate(statement)
            .bind("org", scope.orgKey())
            .bind("id", profile.id())
            .bind("name", draft.name())
            .bind("matchOn", draft.matchOn().stream().map(MatchKey::word).toArray(String[]::new))
            .bind("merges", draft.merges())
            .bind("several", draft.several().name())
            .bind("source", draft.source())
            .bind("fields", json.write(draft.fields()))
            .bind("created", profile.createdAt())
            .bind("version", profile.version())
            .execute());
  }

  /// @return whether nothing uses it any more, so that it is gone
  boolean remove(Scope scope, UUID id) {
    try {
      jdbi.useHandle(db ->
          db.createUpdate("delete from import_settings where org_id = :org and id = :id")
              .bind("org", scope.orgKey())
              .bind("id", id)
              .execute());
      return true;
    } catch (UnableToExecuteStatementException fault) {
      if (isForeignKey(fault)) {
        return false;
      }
      throw fault;
    }
  }

  private static boolean isForeignKey(UnableToExecuteStatementException fault) {
    return fault.getCause() instanceof SQLException cause
        && FOREIGN_KEY.equals(cause.getSQLState());
  }

  private ImportProfile profile(ResultSet row) throws SQLException {
    return new ImportProfile(
        row.getObject("id", UUID.class),
        new Draft(
            row.getString("name"),
            Stream.of((String[]) row.getArray("match_on").getArray())
                .flatMap(word -> MatchKey.ofWord(word).stream())
                .toList(),
            several(row),
            row.getObject("source_id", UUID.class),
            json.readList(row.getString("fields"), Field[].class)),
        Instants.read(row, "created_at"),
        row.getInt("version"));
  }

  /// Older settings say no more than whether contacts are merged.
  private static SeveralMatches several(ResultSet row) throws SQLException {
    String several = row.getString("several");
    return several != null
        ? SeveralMatches.valueOf(several)
        : row.getBoolean("merges") ? SeveralMatches.MERGE : SeveralMatches.CORRECT_FIRST;
  }

  Optional<ColumnProfile> findColumns(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(COLUMNS + " and id = :id")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .map((row, _) -> columns(row))
            .findOne());
  }

  /// As [#findColumns]; held for the rest of the transaction.
  Optional<ColumnProfile> lockColumns(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(COLUMNS + " and id = :id for update")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .map((row, _) -> columns(row))
            .findOne());
  }

  /// Oldest or newest first. @param profile only those that belong to it; null for all
  List<ColumnProfile> listColumns(
      Scope scope, @Nullable UUID profile, boolean newestFirst, @Nullable UUID after, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                COLUMNS
                    + (profile == null ? "" : " and settings_id = :profile")
                    + page(newestFirst, after))
            .bind("org", scope.orgKey())
            .bind("profile", profile)
            .bind("after", after)
            .bind("max", maxRows)
            .map((row, _) -> columns(row))
            .list());
  }

  /// @return whether the profile that it belongs to is there
  boolean insertColumns(Scope scope, ColumnProfile columns, Instant now) {
    return writeColumns(
        scope,
        columns,
        now,
        """
        insert into import_csv_settings (org_id, id, settings_id, mappings, region, kind, time_zone, created_at, version)
        values (:org, :id, :profile, cast(:mappings as jsonb), :region, :kind, :zone, :now, :version)
        """);
  }

  /// @return as [#insertColumns]
  boolean updateColumns(Scope scope, ColumnProfile columns, Instant now) {
    return writeColumns(
        scope,
        columns,
        now,
        """
        update import_csv_settings
           set settings_id = :profile, mappings = cast(:mappings as jsonb), region = :region, kind = :kind, time_zone = :zone,
               version = :version
         where org_id = :org and id = :id
        """);
  }

  private boolean writeColumns(Scope scope, ColumnProfile columns, Instant now, String statement) {
    try {
      jdbi.useHandle(db -> bind(scope, db.createUpdate(statement), columns, now).execute());
      return true;
    } catch (UnableToExecuteStatementException fault) {
      if (isForeignKey(fault)) {
        return false;
      }
      throw fault;
    }
  }

  private <T extends SqlStatement<T>> T bind(
      Scope scope, T statement, ColumnProfile columns, Instant now) {
    return statement
        .bind("org", scope.orgKey())
        .bind("id", columns.id())
        .bind("profile", columns.profile().orElse(null))
        .bind("mappings", json.write(columns.mappings()))
        .bind("region", columns.region().orElse(null))
        .bind("kind", columns.kind().word())
        .bind("zone", columns.timeZone().orElse(null))
        .bind("now", now)
        .bind("version", columns.version());
  }

  void removeColumns(Scope scope, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from import_csv_settings where org_id = :org and id = :id")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .execute());
  }

  private ColumnProfile columns(ResultSet row) throws SQLException {
    return new ColumnProfile(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getObject("settings_id", UUID.class)),
        json.readList(row.getString("mappings"), Mapping[].class),
        Optional.ofNullable(row.getString("region")),
        ImportKind.ofWord(row.getString("kind")).orElseThrow(),
        Optional.ofNullable(row.getString("time_zone")),
        row.getInt("version"));
  }
}
