package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Rejected rows and their reasons, for reports.
@ApplicationScoped
class RejectionStore {
  private final Jdbi jdbi;

  RejectionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<Rejection> first(Scope scope, UUID id, int maxRows) {
    return after(scope, id, -1, maxRows);
  }

  /// The reasons of the next rejected rows after `row`, by row.
  List<Rejection> after(Scope scope, UUID id, long row, int maxRows) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select r.row_number, r.line, r.column_name, r.rule, r.reason, r.coded
                  from (select distinct row_number
                          from import_rejection
                         where org_id = :org and import_id = :id and row_number > :row
                         order by row_number
                         limit :max) as n
                  join import_rejection r
                    on r.org_id = :org and r.import_id = :id and r.row_number = n.row_number
                  join import i
                    on i.org_id = :org and i.id = :id and i.division_id = any(:divisions)
                   and (i.divisions is null or i.divisions <@ cast(:divisions as uuid[]))
                 order by r.row_number, r.position
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", id)
            .bind("row", row)
            .bind("max", maxRows)
            .map((found, _) ->
                new Rejection(
                    found.getLong("row_number"),
                    found.getLong("line"),
                    found.getString("column_name"),
                    found.getString("rule"),
                    found.getString("reason"),
                    found.getString("coded")))
            .list());
  }
}
