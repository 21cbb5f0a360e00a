package dev.callbook.export;

import dev.callbook.directory.Rows;
import dev.callbook.directory.Selection;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// What rows of `export` say, for whoever orders exports and for whoever works on them.
final class ExportRows {
  private ExportRows() {}

  /// What was asked for.
  static ExportWish wish(Rows json, ResultSet row) throws SQLException {
    Array columns = row.getArray("columns");
    return new ExportWish(
        row.getString("query"),
        Objects.requireNonNullElse(
            json.read(row.getString("selection"), Selection.class), Selection.ALL),
        columns == null ? null : List.of((String[]) columns.getArray()),
        ExportFormat.ofWord(row.getString("format")));
  }
}
