package dev.callbook.csvimport;

import dev.callbook.platform.CopyRows;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What is known of an import's rows while it is worked on. Everything comes and goes by the
/// thousand.
@ApplicationScoped
class StagingStore {
  private static final List<String> TABLES =
      List.of(
          "import_key",
          "import_clue",
          "import_sample",
          "import_organization_row",
          "import_organization_target",
          "import_rejection",
          "import_target",
          "import_merge",
          "import_organization",
          "import_batch");

  private final Jdbi jdbi;

  StagingStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Forgets everything that a dry run found.
  void clear(Job job) {
    TABLES.forEach(table -> delete(job, table));
  }

  /// Forgets what only the work itself needs.
  void tidy(Job job) {
    TABLES.subList(0, 5).forEach(table -> delete(job, table));
  }

  private void delete(Job job, String table) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from " + table + " where org_id = :org and import_id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .execute());
  }

  /// Keeps a batch's rejections and organizations.
  void keep(Job job, List<RowDraft> drafts, List<Rejection> rejections) {
    jdbi.useHandle(db -> {
      send(db, job, rejections);
      keepOrganizations(db, job, drafts);
    });
  }

  /// Keeps rejections; each row's are numbered in their order.
  void keep(Job job, List<Rejection> rejections) {
    jdbi.useHandle(db -> send(db, job, rejections));
  }

  /// Keeps rejections of rows that have none yet; each has one. @return how many those are
  int keepLate(Job job, List<Rejection> rejections) {
    return jdbi.withHandle(db -> {
      Set<Long> known =
          db.createQuery(
                  """
                  select distinct row_number
                    from import_rejection
                   where org_id = :org and import_id = :id and row_number = any(:rows)
                  """)
              .bind("org", job.scope().orgKey())
              .bind("id", job.id())
              .bind("rows", rejections.stream().map(Rejection::row).toArray(Long[]::new))
              .mapTo(Long.class)
              .collect(Collectors.toUnmodifiableSet());
      List<Rejection> late =
          rejections.stream().filter(rejection -> !known.contains(rejection.row())).toList();
      send(db, job, late);
      return late.size();
    });
  }

  private static void send(Handle db, Job job, List<Rejection> rejections) {
    CopyRows rows = new CopyRows();
    long row = -1;
    int position = 0;
    for (Rejection rejection : rejections) {
      position = rejection.row() == row ? position + 1 : 0;
      row = rejection.row();
      rows.add(job.scope().orgKey())
          .add(job.id())
          .add(row)
          .add((short) position)
          .add(rejection.line())
          .add(rejection.column())
          .add(rejection.rule())
          .add(rejection.reason())
          .add(rejection.coded())
          .endRow();
    }
    rows.send(
        db,
        "import_rejection (org_id, import_id, row_number, position, line, column_name, rule, reason, coded)");
  }

  private static void keepOrganizations(Handle db, Job job, List<RowDraft> drafts) {
    if (job.settings().describesOrganizations()) {
      // Their rows are kept whole.
      return;
    }
    // In the order of their keys, so that two batches never wait for each other.
    Map<String, String> names = new TreeMap<>();
    for (RowDraft draft : drafts) {
      if (draft.organization() != null) {
        names.putIfAbsent(Folding.key(draft.organization()), draft.organization());
      }
    }
    if (names.isEmpty()) {
      return;
    }
    db.createUpdate(
            """
            insert into import_organization (org_id, import_id, name_key, name)
            select :org, :id, n.name_key, n.name
              from unnest(cast(:keys as text[]), cast(:names as text[])) as n (name_key, name)
                on conflict do nothing
            """)
        .bind("org", job.scope().orgKey())
        .bind("id", job.id())
        .bind("keys", names.keySet().toArray(String[]::new))
        .bind("names", names.values().toArray(String[]::new))
        .execute();
  }

  /// Whether this batch of additions is still to be applied; marks it as applied.
  boolean takeBatch(Job job, int batch) {
    return 1
        == jdbi.withHandle(db ->
            db.createUpdate(
                    """
                    insert into import_batch (org_id, import_id, batch) values (:org, :id, :batch) on conflict do nothing
                    """)
                .bind("org", job.scope().orgKey())
                .bind("id", job.id())
                .bind("batch", batch)
                .execute());
  }

  Set<Integer> takenBatches(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery("select batch from import_batch where org_id = :org and import_id = :id")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(Integer.class)
            .collect(Collectors.toCollection(HashSet::new)));
  }

  /// The stored organizations behind these names, by the names' keys.
  Map<String, UUID> organizations(Job job, Set<String> nameKeys) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select name_key, organization_id from import_organization
                 where org_id = :org and import_id = :id and name_key = any(:keys) and organization_id is not null
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("keys", nameKeys.toArray(String[]::new))
            .map((row, _) ->
                Map.entry(row.getString("name_key"), row.getObject("organization_id", UUID.class)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
