package dev.callbook.export;

import dev.callbook.access.Actor;
import dev.callbook.access.Scope;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Exports in SQL, as their owners see them: whoever may see all that an export reads sees it, and
/// nobody else.
@ApplicationScoped
class ExportStore {
  private static final String SELECT =
      """
      select id, kind, division_ids, query, selection, columns, format, actor_kind, actor_id, actor_name, state, reason, row_count, created_at,
             finished_at
        from export
       where org_id = :org
         and kind = :kind
         and divisions <@ cast(:divisions as uuid[])
      """;

  private final Jdbi jdbi;
  private final Rows json;

  ExportStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /// Orders an export of the scope's divisions, unless `maxRunning` are under way.
  ///
  /// @return whether it was ordered
  boolean add(Scope scope, Export export, long maxRows, int maxRunning) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    insert into export (org_id, id, kind, division_ids, divisions, query, selection, columns, format, max_rows, actor_kind, actor_id,
                                        actor_name, state, created_at)
                    select :org, :id, :kind, cast(:divisionIds as text[]), :divisions, cast(:query as jsonb),
                           cast(:selection as jsonb), cast(:columns as text[]), :format, :maxRows,
                           :actorKind, :actor, :actorName, 'running', :created
                     where (select count(*) from export where org_id = :org and state = 'running') < :maxRunning
                    """)
                .bind("org", scope.orgKey())
                .bind("id", export.id())
                .bind("kind", export.kind().word())
                .bind("divisionIds", textsOrNull(export.divisionIds()))
                .bind("divisions", scope.divisionKeys())
                .bind("query", export.wish().query())
                .bind("selection", json.writeOne(export.wish().selection()))
                .bind("columns", textsOrNull(export.wish().columns()))
                .bind("format", export.wish().format().word())
                .bind("maxRows", maxRows)
                .bind("actorKind", export.actor().kind())
                .bind("actor", export.actor().idOrNull())
                .bind("actorName", export.actor().name())
                .bind("created", export.createdAt())
                .bind("maxRunning", maxRunning)
                .execute());
  }

  private static String @Nullable [] textsOrNull(@Nullable List<String> texts) {
    return texts == null ? null : texts.toArray(String[]::new);
  }

  Optional<Export> find(Scope scope, ExportKind kind, UUID id) {
    return jdbi.withHandle(db ->
        db.createQuery(SELECT + " and id = :id")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("kind", kind.word())
            .bind("id", id)
            .map((row, _) -> read(row))
            .findOne());
  }

  /// Newest first.
  ///
  /// @param olderThan the last of the page before; null for the first page
  List<Export> list(Scope scope, ExportKind kind, @Nullable UUID olderThan, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + (olderThan == null ? "" : " and id < :olderThan")
                    + " order by id desc limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("kind", kind.word())
            .bind("olderThan", olderThan)
            .bind("max", maxRows)
            .map((row, _) -> read(row))
            .list());
  }

  /// A piece of a finished export's file; empty behind the last.
  Optional<byte[]> piece(Scope scope, UUID id, int position) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select p.bytes
                  from export_piece p
                  join export e on e.org_id = p.org_id and e.id = p.export_id
                 where p.org_id = :org
                   and p.export_id = :id
                   and p.position = :position
                   and e.state = 'succeeded'
                   and e.divisions <@ cast(:divisions as uuid[])
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", id)
            .bind("position", position)
            .mapTo(byte[].class)
            .findOne());
  }

  /// Forgets exports with their files, whoever's they are.
  ///
  /// @return how many, at most `maxExports`
  int forget(Instant before, int maxExports) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from export
                 where (org_id, id) in (select org_id, id from export where created_at < :before limit :max)
                """)
            .bind("before", before)
            .bind("max", maxExports)
            .execute());
  }

  private Export read(ResultSet row) throws SQLException {
    UUID actor = row.getObject("actor_id", UUID.class);
    String name = row.getString("actor_name");
    java.sql.Array divisionIds = row.getArray("division_ids");
    return new Export(
        row.getObject("id", UUID.class),
        ExportKind.ofWord(row.getString("kind")),
        divisionIds == null ? null : List.of((String[]) divisionIds.getArray()),
        ExportRows.wish(json, row),
        Actor.of(row.getString("actor_kind"), actor, name),
        ExportState.ofWord(row.getString("state")),
        row.getString("reason"),
        row.getLong("row_count"),
        Instants.read(row, "created_at"),
        Instants.readOrNull(row, "finished_at"));
  }
}
