package dev.callbook.csvimport.reading;

import java.util.List;

/// One row as it stands in the file.
public sealed interface CsvRow {
  /// The line in which the row begins, counted from 1 as a text editor does, or as a spreadsheet
  /// program numbers its rows; a row of a text may have several.
  long line();

  /// The cells as they are, without their quotes.
  List<String> cells();

  /// A row with one cell for each column.
  record Regular(long line, List<String> cells) implements CsvRow {}

  /// A row with one cell for each column, some of which hold nothing that could be taken over. What
  /// is wrong with a column that nobody wants does not matter.
  ///
  /// @param flaws at least one
  record Flawed(long line, List<String> cells, List<Flaw> flaws) implements CsvRow {}

  /// A row that cannot be taken over, though the file can.
  record Misfit(long line, List<String> cells, Reason reason) implements CsvRow {}

  /// What is wrong with a cell. @param column counted from 0
  record Flaw(int column, Reason reason) {}
}
