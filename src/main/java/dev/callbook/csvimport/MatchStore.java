package dev.callbook.csvimport;

import dev.callbook.contact.ContactLoad.Holder;
import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/// Which rows need a second look: they meet a stored contact, share a key with another row, or lack
/// a name.
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

  /// Keeps a batch's keys, and the stored contacts that hold them.
  ///
  /// @param holders by row
  void keep(Job job, List<RowDraft> drafts, Map<Long, List<Holder>> holders) {
    CopyRows keys = new CopyRows();
    CopyRows clues = new CopyRows();
    for (RowDraft draft : drafts) {
      keys(job, draft, keys);
      for (Holder holder : holders.getOrDefault(draft.row(), List.of())) {
        start(job, draft, holder.kind(), holder.key(), clues)
            .add(holder.contact().value())
            .endRow();
      }
    }
    jdbi.useHandle(db -> {
      keys.send(db, "import_key (org_id, import_id, row_number, line, external_id, kind, key)");
      clues.send(
          db,
          "import_clue (org_id, import_id, row_number, line, external_id, kind, key, contact_id)");
    });
  }

  private static void keys(Job job, RowDraft draft, CopyRows keys) {
    String externalId = draft.externalId();
    if (externalId != null) {
      start(job, draft, "external", externalId, keys).endRow();
    }
    if (job.settings().matchOn().contains(MatchKey.EMAIL)) {
      draft.emailKeys().forEach(key -> start(job, draft, "email", key, keys).endRow());
    }
    if (job.settings().matchOn().contains(MatchKey.PHONE)) {
      draft.phoneKeys().forEach(key -> start(job, draft, "phone", key, keys).endRow());
    }
    if (draft.isNameless()) {
      start(job, draft, "nameless", "", keys).endRow();
    }
  }

  private static CopyRows start(Job job, RowDraft draft, String kind, String key, CopyRows rows) {
    return rows.add(job.scope().orgKey())
        .add(job.id())
        .add(draft.row())
        .add(draft.line())
        .add(draft.externalId())
        .add(kind)
        // Rows of two divisions are never one record.
        .add(draft.division() == null ? key : draft.division() + " " + key);
  }

  /// To be called when all keys are kept and before they are read: without knowing how many there
  /// are, the database would read them once for each other.
  void count() {
    jdbi.useHandle(db -> {
      db.execute("analyze import_key");
      db.execute("analyze import_clue");
    });
  }

  /// All clues in the order of the rows, streamed. Must run in a transaction.
  void clues(Job job, Consumer<Clue> reader) {
    jdbi.useHandle(db -> {
      db.execute("set local work_mem = '64MB'");
      // Every row is read once in any case; what statistics promise must not tempt to more.
      db.execute("set local enable_nestloop = off");
      try (ResultIterator<Clue> clues =
          db.createQuery(
                  """
                  select c.row_number, c.line, c.external_id, c.kind, c.key, c.contact_id
                    from import_clue c
                   where c.org_id = :org and c.import_id = :import
                   union all
                  select k.row_number, k.line, k.external_id, k.kind, k.key, null
                    from import_key k
                   where k.org_id = :org and k.import_id = :import and k.kind = 'nameless'
                   union all
                  select k.row_number, k.line, k.external_id, k.kind, k.key, null
                    from import_key k
                    join (select o.kind, o.key
                            from import_key o
                           where o.org_id = :org and o.import_id = :import and o.kind <> 'nameless'
                           group by o.kind, o.key
                          having count(*) > 1) shared
                      on shared.kind = k.kind and shared.key = k.key
                   where k.org_id = :org and k.import_id = :import
                   order by row_number
                  """)
              .bind("org", job.scope().orgKey())
              .bind("import", job.id())
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
}
