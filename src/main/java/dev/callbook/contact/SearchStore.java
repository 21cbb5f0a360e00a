package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.directory.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// What the statements of search have in common: each reads a bounded piece of an index, whatever
/// it would match, so that its cost does not grow with the number of matches. Most take one ordered
/// range for each division, so that it does not grow with the other divisions either.
@ApplicationScoped
class SearchStore {
  /// Appended to a text: above every text that begins with it, in code point order.
  private static final String BEYOND = Character.toString(Character.MAX_CODE_POINT);

  private static final RowMapper<Found> FOUND =
      (row, _) -> new Found(new ContactId(row.getObject(1, UUID.class)), row.getString(2));

  /// A contact and the text it was found by.
  record Found(ContactId contact, String text) {}

  /// Binds what one statement needs beyond the scope.
  interface Binding {
    Query apply(Query query);
  }

  private final Jdbi jdbi;

  SearchStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Runs a statement that selects contacts and the texts they were found by, within `:org`,
  /// `:divisions` and `:max`.
  List<Found> list(Scope scope, int maxRows, String statement, Binding binding) {
    return jdbi.withHandle(db ->
        binding
            .apply(
                db.createQuery(statement)
                    .bind("org", scope.orgKey())
                    .bind("divisions", scope.divisionKeys())
                    .bind("max", maxRows))
            .map(FOUND)
            .list());
  }

  /// Values that several statements take.
  static final class Bindings {
    private Bindings() {}

    /// What begins so, as `:from` and `:to`.
    static Query range(Query query, String beginning) {
      return query.bind("from", beginning).bind("to", beginning + BEYOND);
    }

    /// As `:<name>1` to `:<name>3`.
    static Query marks(Query query, String name, Marks marks) {
      return query
          .bind(name + 1, marks.one())
          .bind(name + 2, marks.two())
          .bind(name + 3, marks.three());
    }

    /// As [#range], of several: `unnest(:from, :to)`.
    static Query ranges(Query query, Collection<String> beginnings) {
      return query
          .bind("from", beginnings.toArray(String[]::new))
          .bind(
              "to",
              beginnings.stream().map(beginning -> beginning + BEYOND).toArray(String[]::new));
    }
  }
}
