package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.CellCollector.Cells;
import dev.callbook.csvimport.reading.CsvRow.Misfit;
import dev.callbook.csvimport.reading.CsvRow.Regular;
import java.util.List;
import java.util.Optional;

/// Holds rows to the header: a row with a cell too many or too few would put values into the wrong
/// columns.
final class RowCheck {
  private final List<String> columns;

  /// @param columns the names that a report shows
  RowCheck(List<String> columns) {
    this.columns = columns;
  }

  CsvRow check(Cells row) {
    List<String> cells = row.values();
    if (cells.size() > columns.size() && allBlank(cells.subList(columns.size(), cells.size()))) {
      cells = cells.subList(0, columns.size());
    }
    if (cells.size() != columns.size()) {
      return new Misfit(row.line(), cells, Optional.empty(), wrongCount(cells.size()));
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).indexOf('\0') >= 0) {
        return new Misfit(
            row.line(), cells, Optional.of(columns.get(i)), "The cell holds a NUL character.");
      }
    }
    return new Regular(row.line(), cells);
  }

  private String wrongCount(int cells) {
    String guess =
        cells > columns.size()
            ? "a delimiter inside a cell needs quotes around the cell"
            : "some are missing";
    return "The row has %d %s, the header %d: %s."
        .formatted(cells, cells == 1 ? "cell" : "cells", columns.size(), guess);
  }

  private static boolean allBlank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }
}
