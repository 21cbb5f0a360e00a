package dev.callbook.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Scope;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Carries sets of rows into statements, and JSON columns out of them: one parameter however many
/// rows.
@ApplicationScoped
public class Rows {
  private static final String FOREIGN_KEY = "23503";

  private final ObjectMapper json;

  Rows(ObjectMapper json) {
    this.json = json;
  }

  /// For `jsonb_to_recordset(cast(:rows as jsonb))`.
  public String write(List<?> rows) {
    return writeOne(rows);
  }

  /// For one JSON column.
  public String writeOne(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /// A JSON column's value.
  public <T> @Nullable T read(@Nullable String text, Class<T> type) {
    try {
      return text == null ? null : json.readValue(text, type);
    } catch (JsonProcessingException fault) {
      // The text is personal data: it stays out of the message.
      throw new IllegalStateException("stored " + type.getSimpleName() + " does not parse");
    }
  }

  /// A JSON column's array; empty where there is none.
  public <T> List<T> readList(@Nullable String text, Class<T[]> type) {
    T[] items = read(text, type);
    return items == null ? List.of() : List.of(items);
  }

  /// Runs an insert unless `rows` is an empty array.
  ///
  /// @return how many rows were written
  public static int insertIfAny(Handle db, Scope scope, String rows, String statement) {
    return rows.equals("[]")
        ? 0
        : db.createUpdate(statement).bind("org", scope.orgKey()).bind("rows", rows).execute();
  }

  /// As [#insertIfAny].
  ///
  /// @param field what refusals call the rows
  /// @throws Invalid if a row points at what does not exist
  public static int insertIfAny(
      Handle db, Scope scope, String rows, String statement, String field) {
    try {
      return insertIfAny(db, scope, rows, statement);
    } catch (UnableToExecuteStatementException fault) {
      if (fault.getCause() instanceof SQLException cause
          && FOREIGN_KEY.equals(cause.getSQLState())) {
        throw new Invalid(field, "unknown", field + " names something that does not exist.");
      }
      throw fault;
    }
  }
}
