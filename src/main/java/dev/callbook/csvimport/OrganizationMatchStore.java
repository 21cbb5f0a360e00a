package dev.callbook.csvimport;

import dev.callbook.csvimport.MatchStore.Clue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.SqlStatement;

/// Which organizations rows may mean: those that hold one of a row's keys, and those that another
/// row adds.
@ApplicationScoped
class OrganizationMatchStore {
  private static final int FETCH = 5_000;

  /// Each key that rows of the import hold.
  private static final String KEYS =
      """
      with k as materialized (
        select r.row_number, r.line, r.division_id, r.external_id, r.name, v.kind, v.key
          from import_organization_row r
         cross join lateral (
               select 'external' as kind, r.external_id as key
               union all
               select 'name', r.name_key
               union all
               select 'website', s.host collate "C" from unnest(string_to_array(r.sites, ' ')) as s (host)) v
         where r.org_id = :org and r.import_id = :import and v.key is not null
      """;

  /// Organizations of the rows' divisions that hold one of these keys. Whom the same source calls
  /// otherwise is another one; of several with a name, those count that are spelt the same.
  private static final String HOLDERS =
      """
      , held as (
        select k.*, x.organization_id
          from k
          join organization_external_id x
            on x.org_id = :org and x.source_id = :source and x.value = k.key and x.division_id = k.division_id
         where k.kind = 'external'
        union all
        select k.*, o.id
          from k
          join organization o on o.org_id = :org and o.division_id = k.division_id and o.name_key = k.key
         where k.kind = 'name'
           and (o.name = k.name
                or not exists (
                   select
                     from organization p
                    where p.org_id = :org and p.division_id = k.division_id and p.name_key = k.key and p.name = k.name))
        union all
        select k.*, o.id
          from k
          join (select w.id, w.division_id,
                       lower(substring(s.site from '^(?:[A-Za-z]+://)?(?:[Ww][Ww][Ww][.])?([^/:?#]+)')) as host
                  from organization w
                 cross join lateral unnest(w.websites) as s (site)
                 where w.org_id = :org and w.division_id = any(:divisions) and :bySite) o
            on o.host collate "C" = k.key and o.division_id = k.division_id
         where k.kind = 'website'),
      holders as (
        select distinct h.row_number, h.line, h.external_id, h.kind, h.key, h.organization_id
          from held h
         where h.kind = 'external'
            or h.external_id is null
            or not exists (
               select
                 from organization_external_id y
                where y.org_id = :org and y.organization_id = h.organization_id and y.source_id = :source
                  and y.value <> h.external_id))
      """;

  private final Jdbi jdbi;

  OrganizationMatchStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What rows are recognised by, and by whom: all clues in the order of the rows, streamed. Must
  /// run in a transaction.
  void clues(Job job, Consumer<Clue> reader) {
    jdbi.useHandle(db -> {
      db.execute("analyze import_organization_row");
      db.execute("set local work_mem = '64MB'");
      try (ResultIterator<Clue> clues =
          bind(
                  db.createQuery(
                      KEYS
                          + ")"
                          + HOLDERS
                          + """
                          select row_number, line, external_id, kind, key, organization_id from holders
                          union all
                          select k.row_number, k.line, k.external_id, k.kind, k.division_id || ' ' || k.key, null
                            from k
                            join (select o.division_id, o.kind, o.key
                                    from k o
                                   group by o.division_id, o.kind, o.key
                                  having count(*) > 1) as shared
                              on shared.division_id = k.division_id and shared.kind = k.kind and shared.key = k.key
                           order by row_number
                          """),
                  job)
              .setFetchSize(FETCH)
              .map((row, _) ->
                  new Clue(
                      row.getLong("row_number"),
                      row.getLong("line"),
                      row.getString("kind"),
                      row.getString("key"),
                      row.getObject("organization_id", UUID.class),
                      row.getString("external_id")))
              .iterator()) {
        clues.forEachRemaining(reader);
      }
    });
  }

  /// The organizations that hold a key of these rows by now: by external id, else by name, else by
  /// website; of several the oldest.
  Map<Long, UUID> holders(Job job, Collection<Long> rows) {
    Map<Long, UUID> found = new HashMap<>();
    if (rows.isEmpty()) {
      return found;
    }
    jdbi.useHandle(db ->
        bind(
                db.createQuery(
                    KEYS
                        + " and r.row_number = any(:rows))"
                        + HOLDERS
                        + """
                        select row_number, organization_id
                          from holders
                         order by row_number, array_position(array['external', 'name', 'website'], kind), organization_id
                        """),
                job)
            .bind("rows", rows.toArray(Long[]::new))
            .map((row, _) ->
                found.putIfAbsent(
                    row.getLong("row_number"), row.getObject("organization_id", UUID.class)))
            .list());
    return found;
  }

  private static <T extends SqlStatement<T>> T bind(T statement, Job job) {
    return statement
        .bind("org", job.scope().orgKey())
        .bind("import", job.id())
        .bind("divisions", job.scope().divisionKeys())
        .bind("source", job.settings().source())
        .bind("bySite", job.settings().matchOn().contains(MatchKey.WEBSITE));
  }
}
