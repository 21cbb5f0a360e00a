package dev.callbook.csvimport;

import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Whom the rows mean.
@ApplicationScoped
class TargetStore {
  private final Jdbi jdbi;

  TargetStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void keep(Job job, List<Target> targets) {
    CopyRows rows = new CopyRows();
    for (Target target : targets) {
      rows.add(job.scope().orgKey())
          .add(job.id())
          .add(target.row())
          .add(target.firstRow())
          .add(target.contact())
          .endRow();
    }
    jdbi.useHandle(db ->
        rows.send(db, "import_target (org_id, import_id, row_number, first_row, contact_id)"));
  }

  /// Rows that met the same stored contact by different keys become one group, and rows of one
  /// group are marked. To be called once, when all targets are kept.
  void join(Job job) {
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
      update(
          db,
          job,
          """
          update import_target t
             set shared = true
            from (select first_row
                    from import_target
                   where org_id = :org and import_id = :import and first_row >= 0
                   group by first_row
                  having count(*) > 1) g
           where t.org_id = :org and t.import_id = :import and t.first_row = g.first_row
          """);
    });
  }

  private static void update(Handle db, Job job, String statement) {
    db.createUpdate(statement).bind("org", job.scope().orgKey()).bind("import", job.id()).execute();
  }

  boolean hasAny(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select exists (select from import_target where org_id = :org and import_id = :id)")
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .mapTo(Boolean.class)
            .one());
  }

  /// The targets of the rows `from` to `to` (exclusive), by row.
  Map<Long, Target> between(Job job, long from, long to) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select row_number, first_row, contact_id, shared
                  from import_target
                 where org_id = :org and import_id = :id and row_number >= :from and row_number < :to
                """)
            .bind("org", job.scope().orgKey())
            .bind("id", job.id())
            .bind("from", from)
            .bind("to", to)
            .map((row, _) ->
                new Target(
                    row.getLong("row_number"),
                    row.getLong("first_row"),
                    row.getObject("contact_id", UUID.class),
                    row.getBoolean("shared")))
            .stream()
            .collect(Collectors.toMap(Target::row, Function.identity())));
  }
}
