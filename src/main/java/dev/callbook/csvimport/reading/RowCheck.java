package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.CellCollector.Cells;
import dev.callbook.csvimport.reading.CsvRow.Flaw;
import dev.callbook.csvimport.reading.CsvRow.Flawed;
import dev.callbook.csvimport.reading.CsvRow.Misfit;
import dev.callbook.csvimport.reading.CsvRow.Regular;
import java.util.ArrayList;
import java.util.List;

/// Holds rows to the header: a row with a cell too many or too few would put values into the wrong
/// columns.
final class RowCheck {
  private static final Reason NUL = Reason.of(Trouble.NUL_CHARACTER);

  private final int columns;

  /// @param columns how many the header has
  RowCheck(int columns) {
    this.columns = columns;
  }

  CsvRow check(Cells row) {
    List<String> cells = row.values();
    if (cells.size() > columns && allBlank(cells.subList(columns, cells.size()))) {
      cells = cells.subList(0, columns);
    }
    if (cells.size() != columns) {
      Trouble trouble = cells.size() > columns ? Trouble.TOO_MANY_CELLS : Trouble.TOO_FEW_CELLS;
      return new Misfit(row.line(), cells, Reason.of(trouble, cells.size(), columns));
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).indexOf('\0') >= 0) {
        return new Flawed(row.line(), cells, nuls(cells));
      }
    }
    return new Regular(row.line(), cells);
  }

  private static List<Flaw> nuls(List<String> cells) {
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).indexOf('\0') >= 0) {
        flaws.add(new Flaw(i, NUL));
      }
    }
    return flaws;
  }

  private static boolean allBlank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }
}
