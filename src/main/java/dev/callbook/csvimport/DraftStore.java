package dev.callbook.csvimport;

import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Rows as they were read and judged, so that reading them is done once: by the batch, and those
/// that share a contact one by one. A crash of the database takes them; they are made again from
/// the file.
@ApplicationScoped
class DraftStore {
  private static final List<String> TABLES = List.of("import_staged", "import_part", "import_row");

  private final Jdbi jdbi;
  private final DraftRows rows;

  DraftStore(Jdbi jdbi, DraftRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  void clear(Job job) {
    jdbi.useHandle(db -> {
      for (String table : TABLES) {
        db.createUpdate("delete from " + table + " where org_id = :org and import_id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .execute();
      }
    });
  }

  /// Keeps the rows of a batch that were not refused.
  void keepBatch(Job job, int batch, List<RowDraft> drafts) {
    byte[] written = rows.write(drafts);
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into import_part (org_id, import_id, batch, drafts) values (:org, :id, :batch, :drafts)
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("batch", batch)
            .bind("drafts", written)
            .execute());
  }

  /// The numbers of all batches, in their order.
  List<Integer> batches(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select batch from import_part where org_id = :org and import_id = :id order by batch")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(Integer.class)
            .list());
  }

  List<RowDraft> batch(Job job, int batch) {
    byte[] written =
        jdbi.withHandle(db ->
            db.createQuery(
                    """
                    select drafts from import_part where org_id = :org and import_id = :id and batch = :batch
                    """)
                .bind("org", job.scope().orgKey())
                .bind("id", job.id())
                .bind("batch", batch)
                .mapTo(byte[].class)
                .one());
    return rows.readAll(written);
  }

  /// Keeps rows that share a contact.
  void keepShared(Job job, Collection<RowDraft> drafts) {
    CopyRows shared = new CopyRows();
    for (RowDraft draft : drafts) {
      shared
          .add(job.scope().orgKey())
          .add(job.id())
          .add(draft.row())
          .add(rows.write(draft))
          .endRow();
    }
    jdbi.useHandle(db -> shared.send(db, "import_row (org_id, import_id, row_number, draft)"));
  }

  /// Whether all of them are here: a crash of the database takes them and this mark away.
  boolean isComplete(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select exists (select from import_staged where org_id = :org and import_id = :id)")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(Boolean.class)
            .one());
  }

  void markComplete(Job job) {
    jdbi.useHandle(db -> {
      db.createUpdate("insert into import_staged (org_id, import_id) values (:org, :id)")
          .bind("org", job.scope().orgKey())
          .bind("id", job.id())
          .execute();
      // Fresh tables have no statistics, and the plans for them would be for tiny ones.
      db.execute("analyze import_row");
    });
  }
}
