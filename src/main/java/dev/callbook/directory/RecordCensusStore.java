package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/// Counts records, in the index of their names and no further than asked.
@ApplicationScoped
class RecordCensusStore {
  private final Jdbi jdbi;

  RecordCensusStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  long contacts(Scope scope, int most) {
    return count(scope, "contact", most);
  }

  long organizations(Scope scope, int most) {
    return count(scope, "organization", most);
  }

  private long count(Scope scope, String table, int most) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select count(*) from (select 1 from "
                    + table
                    + " where org_id = :org and division_id = any(:divisions) limit :most) as"
                    + " found")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("most", most)
            .mapTo(Long.class)
            .one());
  }
}
