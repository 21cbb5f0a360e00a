package dev.callbook.csvimport.reading;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the cells of one row after the other, and refuses what no honest file has before it
/// costs memory.
final class CellCollector extends CsvCallbackHandler<CellCollector.Cells> {
  static final int MOST_COLUMNS = 1_000;
  static final int LONGEST_CELL = 1 << 16;
  static final int LONGEST_ROW = 1 << 20;

  /// One row.
  ///
  /// @param line where the row begins
  record Cells(long line, List<String> values) {}

  private List<String> cells = new ArrayList<>();
  private RecordType type = RecordType.DATA;
  private int expected = 16;
  private long line;
  private int rowLength;
  private int breaksInRow;

  /// How many cells the coming rows have; saves growing their lists.
  void expect(int columns) {
    expected = columns;
  }

  /// The line in which the cell that is being read begins, and with it the quote around it.
  long currentLine() {
    return line + breaksInRow;
  }

  @Override
  protected void beginRecord(long startingLine) {
    type = RecordType.DATA;
    cells = new ArrayList<>(expected);
    line = startingLine;
    rowLength = 0;
    breaksInRow = 0;
  }

  @Override
  protected void addField(char[] text, int offset, int length, boolean quoted) {
    rowLength += length;
    if (cells.size() == MOST_COLUMNS) {
      throw UnreadableFile.at(line, Trouble.TOO_MANY_COLUMNS, MOST_COLUMNS);
    }
    if (length > LONGEST_CELL) {
      throw UnreadableFile.at(currentLine(), Trouble.CELL_TOO_LONG);
    }
    if (rowLength > LONGEST_ROW) {
      throw UnreadableFile.at(line, Trouble.ROW_TOO_LONG);
    }
    if (quoted) {
      breaksInRow += lineBreaks(text, offset, length);
    }
    cells.add(length == 0 ? "" : new String(text, offset, length));
  }

  private static int lineBreaks(char[] text, int offset, int length) {
    int breaks = 0;
    for (int i = offset; i < offset + length; i++) {
      boolean pair = text[i] == '\n' && i > offset && text[i - 1] == '\r';
      breaks += (text[i] == '\r' || text[i] == '\n') && !pair ? 1 : 0;
    }
    return breaks;
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
  }

  @Override
  protected void setComment(char[] text, int offset, int length) {
    throw new IllegalStateException("the parser was not told to look for comments");
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return cells.size();
  }

  @Override
  protected @Nullable Cells buildRecord() {
    return new Cells(line, Collections.unmodifiableList(cells));
  }
}
