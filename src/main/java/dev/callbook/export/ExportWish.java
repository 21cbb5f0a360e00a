package dev.callbook.export;

import dev.callbook.directory.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be in an export, and how it is written.
///
/// @param query the conditions of the wire, as JSON
/// @param selection what was chosen on the list
/// @param columns the names of those to write; null for all of them
public record ExportWish(
    String query, Selection selection, @Nullable List<String> columns, ExportFormat format) {
  static final String NO_CONDITIONS = "{}";

  /// As the wire asks for it: all columns, as CSV.
  static ExportWish of(String query) {
    return new ExportWish(query, Selection.ALL, null, ExportFormat.CSV);
  }
}
