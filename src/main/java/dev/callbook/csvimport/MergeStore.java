package dev.callbook.csvimport;

import dev.callbook.csvimport.Joined.Pair;
import dev.callbook.platform.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Which stored contacts become one before rows are applied.
@ApplicationScoped
class MergeStore {
  private static final String OF_THE_IMPORT = " where m.org_id = :org and m.import_id = :import ";

  private final Jdbi jdbi;

  MergeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Keeps who is the same, and lets every row mean whoever stands for them. Rows that the file
  /// itself shows to be one keep the earliest of their rows as the first.
  void keep(Job job, List<Pair> pairs) {
    CopyRows merges = new CopyRows();
    for (Pair pair : pairs) {
      if (pair.member().contact() != null) {
        merges
            .add(job.scope().orgKey())
            .add(job.id())
            .add(pair.member().contact())
            .add(pair.into().contact())
            .endRow();
      }
    }
    List<Pair> added = pairs.stream().filter(pair -> pair.member().contact() == null).toList();
    jdbi.useHandle(db -> {
      merges.send(db, "import_merge (org_id, import_id, contact_id, into_contact)");
      db.createUpdate(
              """
              insert into import_merge (org_id, import_id, contact_id, into_contact)
              select distinct m.org_id, m.import_id, m.into_contact, m.into_contact from import_merge m
              """
                  + OF_THE_IMPORT)
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .execute();
      db.createUpdate(
              """
              update import_target t
                 set contact_id = m.into_contact
                from import_merge m
              """
                  + OF_THE_IMPORT
                  + "and t.org_id = m.org_id and t.import_id = m.import_id and t.contact_id = m.contact_id")
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .execute();
      joinRows(db, job, added);
    });
  }

  private static void joinRows(Handle db, Job job, List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    db.createUpdate(
            """
            update import_target t
               set contact_id = j.contact, first_row = case when j.contact is null then j.into_row else t.first_row end
              from unnest(cast(:rows as bigint[]), cast(:contacts as uuid[]), cast(:into as bigint[]))
                   as j (first_row, contact, into_row)
             where t.org_id = :org
               and t.import_id = :import
               and t.contact_id is null
               and t.first_row = j.first_row
            """)
        .bind("org", job.scope().orgKey())
        .bind("import", job.id())
        .bind("rows", pairs.stream().map(pair -> pair.member().addedBy()).toArray(Long[]::new))
        .bind("contacts", pairs.stream().map(pair -> pair.into().contact()).toArray(UUID[]::new))
        .bind("into", pairs.stream().map(pair -> pair.into().addedBy()).toArray(Long[]::new))
        .execute();
  }

  /// How many contacts others are still to be merged into.
  long left(Job job) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(distinct m.into_contact) from import_merge m"
                    + OF_THE_IMPORT
                    + "and not m.merged")
            .bind("org", job.scope().orgKey())
            .bind("import", job.id())
            .mapTo(Long.class)
            .one());
  }

  /// The next that are still to be merged, by the contact that stands for them.
  Map<UUID, List<UUID>> next(Job job, int maxMerges) {
    return jdbi.withHandle(db -> {
      Map<UUID, List<UUID>> next = new LinkedHashMap<>();
      db.createQuery(
              """
              select m.into_contact, m.contact_id
                from import_merge m
                join (select distinct w.into_contact
                        from import_merge w
                       where w.org_id = :org and w.import_id = :import and not w.merged
                       order by w.into_contact
                       limit :max) as first using (into_contact)
              """
                  + OF_THE_IMPORT
                  + "and not m.merged order by m.into_contact, m.contact_id")
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .bind("max", maxMerges)
          .map((row, _) ->
              next.computeIfAbsent(
                      row.getObject("into_contact", UUID.class), _ -> new ArrayList<>(2))
                  .add(row.getObject("contact_id", UUID.class)))
          .list();
      return next;
    });
  }

  /// They have become one; every row that meant them means that one.
  void merged(Job job, UUID before, UUID now) {
    jdbi.useHandle(db -> {
      for (String statement :
          List.of(
              """
              update import_merge set into_contact = :now, merged = true
               where org_id = :org and import_id = :import and into_contact = :before
              """,
              """
              update import_target set contact_id = :now
               where org_id = :org and import_id = :import and contact_id = :before
              """)) {
        db.createUpdate(statement)
            .bind("org", job.scope().orgKey())
            .bind("import", job.id())
            .bind("before", before)
            .bind("now", now)
            .execute();
      }
    });
  }

  /// They cannot become one: the rows that meant them mean nobody.
  ///
  /// @return those rows, and why
  List<Rejection> refused(Job job, UUID before, String reason) {
    return jdbi.withHandle(db -> {
      db.createUpdate("delete from import_merge m" + OF_THE_IMPORT + "and m.into_contact = :before")
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .bind("before", before)
          .execute();
      return db.createQuery(
              """
              with gone as (
                update import_target
                   set contact_id = null, first_row = :nobody, shared = false
                 where org_id = :org and import_id = :import and contact_id = :before
                returning row_number)
              select g.row_number, min(k.line) as line
                from gone g
                join import_key k on k.org_id = :org and k.import_id = :import and k.row_number = g.row_number
               group by g.row_number
               order by g.row_number
              """)
          .bind("org", job.scope().orgKey())
          .bind("import", job.id())
          .bind("before", before)
          .bind("nobody", Target.AMBIGUOUS)
          .map((row, _) ->
              new Rejection(
                  row.getLong("row_number"),
                  row.getLong("line"),
                  null,
                  Rejection.AMBIGUOUS,
                  reason,
                  (String) null))
          .list();
    });
  }

  /// Which of some contacts others are merged into.
  Set<UUID> among(Job job, Collection<UUID> contacts) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select distinct m.into_contact from import_merge m"
                    + OF_THE_IMPORT
                    + "and m.into_contact = any(:contacts)")
            .bind("org", job.scope().orgKey())
            .bind("import", job.id())
            .bind("contacts", contacts.toArray(UUID[]::new))
            .mapTo(UUID.class)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
