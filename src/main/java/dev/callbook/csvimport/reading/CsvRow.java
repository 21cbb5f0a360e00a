package dev.callbook.csvimport.reading;

import java.util.List;
import java.util.Optional;

/// One row as it stands in the file.
public sealed interface CsvRow {
  /// The line in which the row begins, counted from 1 as a text editor does; a row may have
  /// several.
  long line();

  /// The cells as they are, without their quotes.
  List<String> cells();

  /// A row with one cell for each column.
  record Regular(long line, List<String> cells) implements CsvRow {}

  /// A row that cannot be taken over, though the file can.
  ///
  /// @param column the name of the column that is wrong; empty if it is the row as a whole
  /// @param reason one sentence for the report
  record Misfit(long line, List<String> cells, Optional<String> column, String reason)
      implements CsvRow {}
}
