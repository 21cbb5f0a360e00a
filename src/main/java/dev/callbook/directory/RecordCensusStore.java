package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/// Counts records, in the index of their names and no further than asked.
@ApplicationScoped
class RecordCensusStore {
  private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

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

  /// About how many, as the planner's statistics know it.
  long contactsAbout(Scope scope) {
    return about(scope, "contact");
  }

  /// As [#contactsAbout].
  long organizationsAbout(Scope scope) {
    return about(scope, "organization");
  }

  /// A division belongs to one organization of ours. Named beside it, that organization would count
  /// as a second condition to the planner, which takes conditions for independent.
  private long about(Scope scope, String table) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "explain (format json) select 1 from "
                    + table
                    + " where division_id = any(:divisions)")
            .bind("divisions", scope.divisionKeys())
            .mapTo(String.class)
            .findOne()
            .map(ROWS::matcher)
            .filter(Matcher::find)
            .map(found -> Long.parseLong(found.group(1)))
            .orElse(0L));
  }
}
