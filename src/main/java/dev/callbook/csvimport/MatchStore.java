package dev.callbook.csvimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/// Finds, in sets, which rows need a second look: they meet a stored contact, share a key with
/// another row, or lack a name.
@ApplicationScoped
class MatchStore {
  private static final int FETCH = 5_000;

  /// One reason to look at a row.
  ///
  /// @param kind `external`, `email`, `phone`, `nameless`
  /// @param contact a stored contact that holds the key; null where another row holds it
  /// @param externalId the row's own external id
  record Clue(
      long row,
      long line,
      String kind,
      String key,
      @Nullable UUID contact,
      @Nullable String externalId) {}

  private final Jdbi jdbi;

  MatchStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// All clues in the order of the rows, streamed. Must run in a transaction.
  void clues(Job job, Consumer<Clue> reader) {
    jdbi.useHandle(db -> {
      db.execute("set local work_mem = '64MB'");
      db.execute("analyze import_key");
      try (ResultIterator<Clue> clues =
          db.createQuery(
                  """
                  with mine as (
                    select k.row_number, k.line, k.kind, k.key
                      from import_key k
                     where k.org_id = :org and k.import_id = :import),
                  shared as (
                    select kind, key from mine where kind <> 'nameless' group by kind, key having count(*) > 1),
                  clue as (
                    select m.*, x.contact_id
                      from mine m
                      join contact_external_id x
                        on x.org_id = :org and x.source_id = :source and x.division_id = :division and x.value = m.key
                     where m.kind = 'external'
                    union
                    select m.*, e.contact_id
                      from mine m
                      join contact_email e
                        on e.org_id = :org and e.division_id = :division and e.email_key = m.key
                     where m.kind = 'email'
                    union
                    select m.*, p.contact_id
                      from mine m
                      join contact_phone p
                        on p.org_id = :org and p.division_id = :division and p.lookup_key = m.key
                     where m.kind = 'phone'
                    union all
                    select m.*, null from mine m join shared s on s.kind = m.kind and s.key = m.key
                    union all
                    select m.*, null from mine m where m.kind = 'nameless')
                  select c.row_number, c.line, c.kind, c.key, c.contact_id, own.key as external_id
                    from clue c
                    left join mine own on own.row_number = c.row_number and own.kind = 'external'
                   where c.contact_id is null
                      or c.kind = 'external'
                      or own.key is null
                      -- whom the same source calls otherwise is somebody else
                      or not exists (
                        select
                          from contact_external_id other
                         where other.org_id = :org
                           and other.contact_id = c.contact_id
                           and other.source_id = :source
                           and other.value <> own.key)
                   order by c.row_number
                  """)
              .bind("org", job.scope().orgKey())
              .bind("import", job.id())
              .bind("division", job.division().id().value())
              .bind("source", job.settings().source())
              .setFetchSize(FETCH)
              .map((row, _) ->
                  new Clue(
                      row.getLong("row_number"),
                      row.getLong("line"),
                      row.getString("kind"),
                      row.getString("key"),
                      row.getObject("contact_id", UUID.class),
                      row.getString("external_id")))
              .iterator()) {
        clues.forEachRemaining(reader);
      }
    });
  }

  /// Rows that met the same stored contact by different keys become one group.
  void joinGroups(Job job) {
    jdbi.useHandle(db -> {
      db.execute("analyze import_target");
      update(
          db,
          job,
          """
          update import_target t
             set first_row = g.first_row
            from (select contact_id, min(row_number) as first_row
                    from import_target
                   where org_id = :org and import_id = :import and contact_id is not null
                   group by contact_id
                  having count(*) > 1) g
           where t.org_id = :org
             and t.import_id = :import
             and t.contact_id = g.contact_id
             and t.first_row <> g.first_row
          """);
    });
  }

  private static void update(Handle db, Job job, String statement) {
    db.createUpdate(statement).bind("org", job.scope().orgKey()).bind("import", job.id()).execute();
  }
}
