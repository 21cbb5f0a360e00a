package dev.callbook.directory;

import dev.callbook.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// How a list finds what its filter lets through, division by division.
///
/// A list walks the index that has its order and leaves out what the filter does not want. That is
/// quick where one record in a hundred is wanted, and reads everything where one in a million is:
/// so a list first asks the index of whatever is rare among the conditions which divisions hold few
/// records, and sorts these.
public final class FewStore {
  /// Sorted in a few milliseconds. What is not among so few is met often enough on a walk.
  private static final int FEW = 5_000;

  /// However many divisions share them.
  private static final int FEW_OF_ONE = 100;

  private FewStore() {}

  private record Held(UUID division, UUID id) {}

  /// What the indexes of a table know of a filter's conditions.
  ///
  /// @param table whose records they are
  /// @param holders a statement with the ids in the division `d.division_id` that one value of a
  ///   condition lets through, in the order of an index; empty where no such index has them. The
  ///   value is `v.value`, and of such as `key=text` the text `v.text`. Without an order the
  ///   planner reads whole tables for what is frequent elsewhere
  /// @param unordered a condition on a record `r` and a value `v.value` that an index without order
  ///   or division answers, such as one of documents; empty where there is none
  public record Indexes<F extends Enum<F>>(
      String table,
      BiFunction<F, List<String>, Optional<String>> holders,
      Function<F, Optional<String>> unordered) {}

  /// By the condition that leaves the fewest divisions to walk.
  public static <F extends Enum<F>> Few of(
      Scope scope, Handle db, Filter<F> filter, Indexes<F> indexes) {
    Few best = new Few(List.of(), List.of(scope.divisionKeys()));
    if (!(filter instanceof Filter.AllOf<F>(var parts))) {
      return best;
    }
    for (Filter<F> part : parts) {
      if (!best.walked.isEmpty() && part instanceof Filter.OneOf<F>(var field, var values)) {
        Optional<Few> found =
            indexes
                .holders()
                .apply(field, values)
                .map(statement -> read(scope, db, statement, values))
                .or(() ->
                    indexes
                        .unordered()
                        .apply(field)
                        .map(condition -> read(scope, db, indexes.table(), condition, values)));
        int most = best.walked.size();
        best = found.filter(one -> one.walked.size() < most).orElse(best);
      }
    }
    return best;
  }

  private static Few read(Scope scope, Handle db, String holders, List<String> values) {
    UUID[] divisions = scope.divisionKeys();
    int few = Math.max(FEW_OF_ONE, FEW / Math.max(1, divisions.length));
    Map<UUID, List<UUID>> held =
        db
            .createQuery(
                """
                select d.division_id, h.id
                  from unnest(cast(:divisions as uuid[])) as d (division_id)
                 cross join unnest(cast(:values as text[]), cast(:texts as text[])) as v (value, text)
                 cross join lateral (
                """
                    + holders
                    + " limit :few) as h")
            .bind("org", scope.orgKey())
            .bind("divisions", divisions)
            .bind("values", values.toArray(String[]::new))
            .bind(
                "texts",
                values.stream()
                    .map(value -> value.substring(value.indexOf('=') + 1))
                    .toArray(String[]::new))
            .bind("few", few + 1)
            .map((row, _) ->
                new Held(row.getObject("division_id", UUID.class), row.getObject("id", UUID.class)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Held::division, Collectors.mapping(Held::id, Collectors.toList())));
    List<UUID> ids = new ArrayList<>();
    List<UUID> walked = new ArrayList<>();
    held.forEach((division, some) -> {
      if (some.size() > few) {
        walked.add(division);
      } else {
        ids.addAll(some);
      }
    });
    return new Few(List.copyOf(ids), List.copyOf(walked));
  }

  /// One record in a hundred is met soon enough on a walk.
  private static final int SAMPLED = 1_000;

  private static final int FREQUENT = SAMPLED / 100;

  /// As the other, by an index that knows neither divisions nor an order: it is asked for a few
  /// records of everybody, and only where a sample of the table shows none to speak of, since it
  /// reads all it has of what is frequent.
  private static Few read(
      Scope scope, Handle db, String table, String condition, List<String> values) {
    Few none = new Few(List.of(), List.of(scope.divisionKeys()));
    if (isFrequent(db, table, condition, values)) {
      return none;
    }
    List<Optional<Held>> held =
        db.createQuery(
                """
                select c.division_id, c.id, c.org_id = :org and c.division_id = any(:divisions) as seen
                  from unnest(cast(:values as text[])) as v (value)
                 cross join lateral (
                       select r.org_id, r.division_id, r.id from {table} r where {condition} limit :few) as c
                """
                    .replace("{table}", table)
                    .replace("{condition}", condition))
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("values", values.toArray(String[]::new))
            .bind("few", FEW)
            .map((row, _) ->
                row.getBoolean("seen")
                    ? Optional.of(
                        new Held(
                            row.getObject("division_id", UUID.class),
                            row.getObject("id", UUID.class)))
                    : Optional.<Held>empty())
            .list();
    return held.size() >= FEW
        ? none
        : new Few(held.stream().flatMap(Optional::stream).map(Held::id).toList(), List.of());
  }

  private static boolean isFrequent(
      Handle db, String table, String condition, List<String> values) {
    return db.createQuery(
            """
            select count(*) >= :frequent
              from {table} r tablesample system (
                   (select least(100, 100.0 * :sampled / greatest(t.reltuples, 1))
                      from pg_class t
                     where t.oid = cast('{table}' as regclass)))
              join unnest(cast(:values as text[])) as v (value) on {condition}
            """
                .replace("{table}", table)
                .replace("{condition}", condition))
        .bind("frequent", FREQUENT)
        .bind("sampled", SAMPLED)
        .bind("values", values.toArray(String[]::new))
        .mapTo(Boolean.class)
        .one();
  }

  /// What a list reads.
  ///
  /// @param ids the few of all divisions that hold few
  /// @param walked the divisions that hold many, or of which no index tells
  public record Few(List<UUID> ids, List<UUID> walked) {
    /// The records that the list may show, as a table: of each division that is walked the first,
    /// and the first of the few.
    ///
    /// @param table whose records they are
    /// @param where what limits them, for a table called `r`, with the place in the list
    /// @param order the list's, for a table called `r`
    public static String candidates(String table, String where, String order) {
      return """
      (select near.*
         from unnest(cast(:walked as uuid[])) as d (division_id)
        cross join lateral (
              select r.*
                from {table} r
               where r.org_id = :org and r.division_id = d.division_id {where} {order}
               limit :deep) as near
        union all
      (select r.*
         from {table} r
        where r.org_id = :org and r.id = any(:few) and r.division_id = any(:divisions) {where} {order}
        limit :deep))
      """
          .replace("{table}", table)
          .replace("{where}", where)
          .replace("{order}", order);
    }

    /// How many there are, counted no further than `:window`. The parameters are as for
    /// [#candidates], without the place in the list.
    public static String count(String table, String where) {
      return """
      select count(*)
        from (select 1
                from {table} r
               where r.org_id = :org and r.division_id = any(:walked) {where}
               union all
              select 1
                from {table} r
               where r.org_id = :org and r.id = any(:few) and r.division_id = any(:divisions) {where}
               limit :window) as counted
      """
          .replace("{table}", table)
          .replace("{where}", where);
    }

    /// Gives a statement with one of these what it needs.
    public <T extends SqlStatement<T>> T bind(T statement, Scope scope) {
      return statement
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("walked", walked.toArray(UUID[]::new))
          .bind("few", ids.toArray(UUID[]::new));
    }
  }
}
