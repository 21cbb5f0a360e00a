package dev.callbook.numberbench;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Kept numbers in SQL. They belong to a source, and so to a whole organization.
@ApplicationScoped
class KeptNumberStore {
  private final Jdbi jdbi;

  KeptNumberStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A source's, the oldest first.
  List<KeptNumber> of(Scope scope, UUID source) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select id, sent, expected
                  from kept_number
                 where org_id = :org and source_id = :source
                 order by id
                """)
            .bind("org", scope.orgKey())
            .bind("source", source)
            .map((row, _) ->
                new KeptNumber(
                    row.getObject("id", UUID.class),
                    row.getString("sent"),
                    new Reading(row.getString("expected"))))
            .list());
  }

  /// Keeps a number, or what it is now expected to be read as.
  void put(Scope scope, UUID source, KeptNumber number, Instant now) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into kept_number (org_id, id, source_id, sent, expected, created_at)
                values (:org, :id, :source, :sent, :expected, :now)
                    on conflict (org_id, source_id, sent) do update set expected = excluded.expected
                """)
            .bind("org", scope.orgKey())
            .bind("id", number.id())
            .bind("source", source)
            .bind("sent", number.sent())
            .bind("expected", number.expected().value())
            .bind("now", now)
            .execute());
  }

  /// @return whether the source had it
  boolean remove(Scope scope, UUID source, UUID id) {
    return jdbi.withHandle(db ->
        db.createUpdate(
                """
                delete from kept_number
                 where org_id = :org and source_id = :source and id = :id
                """)
            .bind("org", scope.orgKey())
            .bind("source", source)
            .bind("id", id)
            .execute())
        == 1;
  }
}
