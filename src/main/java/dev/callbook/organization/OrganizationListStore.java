package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.directory.FewStore;
import dev.callbook.directory.FewStore.Few;
import dev.callbook.directory.Where;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Ordered lists of organizations in SQL. A list walks the index that has its order, or sorts the
/// few that a filter leaves: see [FewStore].
@ApplicationScoped
class OrganizationListStore {
  private final Jdbi jdbi;
  private final OrganizationRows rows;

  OrganizationListStore(Jdbi jdbi, OrganizationRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  OrganizationPage list(Scope scope, OrganizationQuery query) {
    Where where = Where.of(query.filter(), OrganizationConditions::piece);
    return jdbi.withHandle(db -> {
      Few few = FewStore.of(scope, db, query.filter(), OrganizationConditions.INDEXES);
      List<Organization> found =
          few.bind(db.createQuery(select(query, where)), scope)
              .bindMap(where.values())
              .bind("afterKey", query.after().map(OrganizationQuery.Key::sortKey).orElse(null))
              .bind("afterId", query.after().map(OrganizationQuery.Key::id).orElse(null))
              .bind("deep", query.offset() + query.maxRows() + 1)
              .bind("offset", query.offset())
              .bind("max", query.maxRows() + 1)
              .map((row, _) -> rows.read(row))
              .list();
      int counted =
          few.bind(db.createQuery(Few.count("organization", where.text())), scope)
              .bindMap(where.values())
              .bind("window", PageRequest.WINDOW + 1)
              .mapTo(Integer.class)
              .one();
      boolean hasMore = found.size() > query.maxRows();
      return new OrganizationPage(
          hasMore ? found.subList(0, query.maxRows()) : found, counted, hasMore, false);
    });
  }

  /// Reads one ordered index range for each division and merges them: the cost depends on the page,
  /// not on the list.
  private static String select(OrganizationQuery query, Where where) {
    Fragment within = Fragment.of(query, "r");
    return OrganizationStore.SELECT
        + " from "
        + Few.candidates("organization", where.text() + within.after(), within.order())
        + " as o"
        + Fragment.of(query, "o").order()
        + " offset :offset limit :max";
  }

  /// The fixed pieces of SQL that an [OrganizationQuery] combines.
  ///
  /// @param after what stands behind the page before
  record Fragment(String after, String order) {
    /// @param table the name of the table
    static Fragment of(OrganizationQuery query, String table) {
      String column =
          table
              + switch (query.sort()) {
                case NAME -> ".name_key";
                case COMPANY_TYPE -> ".company_type";
                case INDUSTRY -> ".industry";
              };
      String id = table + ".id";
      String direction = query.descending() ? " desc" : "";
      String beyond = query.descending() ? "<" : ">";
      return new Fragment(
          query.after().isEmpty()
              ? ""
              : " and (" + column + ", " + id + ") " + beyond + " (:afterKey, :afterId)",
          " order by " + column + direction + ", " + id + direction);
    }
  }
}
