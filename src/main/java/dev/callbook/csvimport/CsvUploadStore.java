package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.CsvUpload.Check;
import dev.callbook.directory.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// Announced files in SQL: the beginning of imports. Seen by the one who announced them, and where
/// a division was chosen by whoever sees that import.
@ApplicationScoped
class CsvUploadStore {
  private static final String MINE =
      """
       where org_id = :org
         and id = :id
         and expected_bytes is not null
         and (division_id = any(:divisions) or (division_id is null and actor_id = :actor))
         and (divisions is null or divisions <@ cast(:divisions as uuid[]))
      """;

  private final Jdbi jdbi;
  private final Rows json;

  CsvUploadStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  Optional<CsvUpload> find(Scope scope, UUID id) {
    return jdbi.withHandle(db ->
        mine(
                db.createQuery(
                    "select id, file_name, expected_bytes, validation from import" + MINE),
                scope,
                id)
            .map((row, _) -> read(row))
            .findOne());
  }

  /// How large an import that was begun is announced to be.
  void announce(Scope scope, UUID id, long bytes) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update import set expected_bytes = :bytes
                 where org_id = :org and id = :id and state = 'uploading' and actor_id = :actor
                """)
            .bind("org", scope.orgKey())
            .bind("actor", scope.actor().idOrNull())
            .bind("id", id)
            .bind("bytes", bytes)
            .execute());
  }

  /// Lets one request at a time bring the file. What an earlier one brought is forgotten.
  ///
  /// @param lease after which a request that said nothing more counts as dead
  /// @return whether this one may
  boolean open(Scope scope, UUID id, Duration lease) {
    boolean mayBring =
        1
            == jdbi.withHandle(db ->
                mine(
                        db.createUpdate(
                            """
                            update import set arriving_until = now() + make_interval(secs => :lease)
                            """
                                + MINE
                                + """
                                 and state = 'uploading' and (arriving_until is null or arriving_until < now())
                                """),
                        scope,
                        id)
                    .bind("lease", lease.toMillis() / 1000.0)
                    .execute());
    if (mayBring) {
      forgetBytes(scope, id);
    }
    return mayBring;
  }

  /// The file did not come as announced: another request may bring it.
  void reopen(Scope scope, UUID id) {
    forgetBytes(scope, id);
    jdbi.useHandle(db ->
        mine(db.createUpdate("update import set arriving_until = null" + MINE), scope, id)
            .execute());
  }

  private void forgetBytes(Scope scope, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from import_chunk where org_id = :org and import_id = :id")
            .bind("org", scope.orgKey())
            .bind("id", id)
            .execute());
  }

  /// The file is here.
  void arrived(Scope scope, UUID id, Check check) {
    jdbi.useHandle(db ->
        mine(
                db.createUpdate(
                    """
                    update import
                       set state = 'uploaded', bytes = expected_bytes, arriving_until = null,
                           validation = cast(:check as jsonb)
                    """
                        + MINE
                        + " and state = 'uploading'"),
                scope,
                id)
            .bind("check", json.writeOne(check))
            .execute());
  }

  /// Forgets files that never came, whoever's they are. @return how many, at most `maxUploads`
  int forgetUnsent(Instant before, int maxUploads) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from import
                 where (org_id, id) in (select org_id, id
                                          from import
                                         where state = 'uploading' and created_at < :before
                                         limit :max)
                """)
            .bind("before", before)
            .bind("max", maxUploads)
            .execute());
  }

  private static <T extends SqlStatement<T>> T mine(T statement, Scope scope, UUID id) {
    return statement
        .bind("org", scope.orgKey())
        .bind("divisions", scope.divisionKeys())
        .bind("actor", scope.actor().idOrNull())
        .bind("id", id);
  }

  private CsvUpload read(ResultSet row) throws SQLException {
    return new CsvUpload(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        row.getLong("expected_bytes"),
        json.read(row.getString("validation"), Check.class));
  }
}
