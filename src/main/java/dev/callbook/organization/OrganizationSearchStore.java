package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Marks;
import dev.callbook.directory.Where;
import dev.callbook.organization.OrganizationListStore.Fragment;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Organizations by the words of their names and by their identifiers and tags, in SQL.
@ApplicationScoped
class OrganizationSearchStore {
  /// Names that are read of each range, kind of key and division.
  private static final int SCAN = 1_500;

  private static final String BEYOND = Character.toString(Character.MAX_CODE_POINT);

  /// However many names match: a piece of each index range, and of that as many as can be listed.
  private static final String MATCHES =
      """
      with match as materialized (
           select part.id
             from unnest(cast(:divisions as uuid[])) as d (division_id)
            cross join unnest(cast(:from as text[]), cast(:to as text[]), cast(:mark1 as text[]),
                              cast(:mark2 as text[]), cast(:mark3 as text[]))
                    as r ("from", "to", mark1, mark2, mark3)
            cross join lateral (
                  (select s.id, s.key, 1 as kind
                     from (select o.id, o.name_key as key
                             from organization o
                            where o.org_id = :org and o.division_id = d.division_id
                              and o.name_key >= r."from" and o.name_key < r."to"
                            order by o.name_key, o.id
                            limit :scan) as s
                    where strpos(s.key, r.mark1) > 0 and strpos(s.key, r.mark2) > 0 and strpos(s.key, r.mark3) > 0
                    limit :window)
                  union all
                  (select s.organization_id, s.phrase, 2
                     from (select p.organization_id, p.phrase
                             from organization_phrase p
                            where p.org_id = :org and p.division_id = d.division_id
                              and p.phrase >= r."from" and p.phrase < r."to"
                            order by p.phrase, p.organization_id
                            limit :scan) as s
                    where strpos(s.phrase, r.mark1) > 0 and strpos(s.phrase, r.mark2) > 0
                      and strpos(s.phrase, r.mark3) > 0
                    limit :window)
                  union all
                  (select k.organization_id, k.value_key, 0
                     from organization_custom_key k
                    where k.org_id = :org and k.division_id = d.division_id and k.value_key = :custom
                    order by k.organization_id
                    limit :window)) as part
            group by part.id
            order by min(part.kind), min(part.key), part.id
            limit :window)
      """;

  private final Jdbi jdbi;
  private final OrganizationRows rows;

  OrganizationSearchStore(Jdbi jdbi, OrganizationRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  /// Names with a word at which the name begins so, and that have all `marks`.
  record Range(String beginning, Marks marks) {}

  /// @param read how many were looked at
  private record Match(Organization organization, int counted, int read) {}

  private record Count(int counted, int read) {}

  /// @param isAny whether anything matched, whatever the filter lets through
  record Found(OrganizationPage page, boolean isAny) {}

  Found list(Scope scope, OrganizationQuery query, List<Range> ranges) {
    Where where = Where.of(query.filter(), OrganizationConditions::piece);
    return jdbi.withHandle(db -> {
      List<Match> found = matches(db, scope, query, ranges, where);
      Count count =
          found.stream()
              .findFirst()
              .map(match -> new Count(match.counted(), match.read()))
              .orElseGet(() -> count(db, scope, query, ranges, where));
      OrganizationPage page =
          new OrganizationPage(
              found.stream().limit(query.maxRows()).map(Match::organization).toList(),
              count.counted(),
              found.size() > query.maxRows(),
              !where.text().isEmpty() && count.read() > PageRequest.WINDOW);
      return new Found(page, count.read() > 0);
    });
  }

  /// The matches that the filter lets through.
  private static String kept(Where where) {
    if (where.text().isEmpty()) {
      return MATCHES + ", kept as (select id from match)";
    }
    return MATCHES
        + """
          , kept as materialized (
              select r.id
                from match m
                join organization r on r.org_id = :org and r.id = m.id
               where r.division_id = any(:divisions)
        """
        + where.text()
        + ")";
  }

  private List<Match> matches(
      Handle db, Scope scope, OrganizationQuery query, List<Range> ranges, Where where) {
    Fragment fragment = Fragment.of(query, "o");
    Query select =
        db.createQuery(
            kept(where)
                + OrganizationStore.SELECT
                + """
                     , (select count(*) from kept) as counted, (select count(*) from match) as read
                  from kept k
                  join organization o on o.org_id = :org and o.id = k.id
                 where o.division_id = any(:divisions)
                """
                + fragment.after()
                + fragment.order()
                + " offset :offset limit :max");
    return bind(select, scope, query, ranges)
        .bindMap(where.values())
        .bind("afterKey", query.after().map(OrganizationQuery.Key::sortKey).orElse(null))
        .bind("afterId", query.after().map(OrganizationQuery.Key::id).orElse(null))
        .bind("offset", query.offset())
        .bind("max", query.maxRows() + 1)
        .map((row, _) -> new Match(rows.read(row), row.getInt("counted"), row.getInt("read")))
        .list();
  }

  private static Count count(
      Handle db, Scope scope, OrganizationQuery query, List<Range> ranges, Where where) {
    return bind(
            db.createQuery(
                kept(where)
                    + "select (select count(*) from kept) as counted, (select count(*) from match) as read"),
            scope,
            query,
            ranges)
        .bindMap(where.values())
        .map((row, _) -> new Count(row.getInt("counted"), row.getInt("read")))
        .one();
  }

  private static Query bind(
      Query select, Scope scope, OrganizationQuery query, List<Range> ranges) {
    return select
        .bind("custom", CustomValues.keyOf(query.q()))
        .bind("org", scope.orgKey())
        .bind("divisions", scope.divisionKeys())
        .bind("from", of(ranges, Range::beginning))
        .bind("to", of(ranges, range -> range.beginning() + BEYOND))
        .bind("mark1", of(ranges, range -> range.marks().one()))
        .bind("mark2", of(ranges, range -> range.marks().two()))
        .bind("mark3", of(ranges, range -> range.marks().three()))
        .bind("scan", SCAN)
        .bind("window", PageRequest.WINDOW + 1);
  }

  private static String[] of(List<Range> ranges, Function<Range, String> part) {
    return ranges.stream().map(part).toArray(String[]::new);
  }
}
