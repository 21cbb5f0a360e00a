package dev.callbook.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.callbook.directory.HarmlessText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/// A sheet of CSV as an Excel workbook, row by row. Every cell is text, so that no program takes a
/// telephone number for a sum; what does not fit a sheet goes on in the next, under the same names.
final class Workbook {
  /// The rows that a sheet has. Source: the limits of Excel.
  static final int SHEET_ROWS = 1_048_576;

  private static final int MAX_CELL = 32_767;
  private static final int FLUSHED = 1_000;

  private final int sheetRows;

  Workbook() {
    this(SHEET_ROWS);
  }

  /// @param sheetRows the most rows of one sheet, with the names
  Workbook(int sheetRows) {
    this.sheetRows = sheetRows;
  }

  /// @param csv as [Sheet] writes it
  /// @param name of the sheets, followed by a number from the second on
  void write(InputStream csv, String name, OutputStream out) throws IOException {
    // Closing it would close the answer's stream, which is not ours.
    org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Callbook", null);
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .maxBufferSize(1 << 26)
            .ofCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      List<String> names = List.of();
      Worksheet sheet = null;
      int sheets = 0;
      int row = 0;
      for (CsvRecord record : rows) {
        if (sheets == 0) {
          names = List.copyOf(record.getFields());
          sheet = begin(book, name, names);
          sheets = 1;
          row = 1;
          continue;
        }
        if (row == sheetRows) {
          java.util.Objects.requireNonNull(sheet).finish();
          sheets++;
          sheet = begin(book, name + " " + sheets, names);
          row = 1;
        }
        write(java.util.Objects.requireNonNull(sheet), row, record);
        if (++row % FLUSHED == 0) {
          sheet.flush();
        }
      }
      if (sheet != null) {
        sheet.finish();
      }
    }
    book.finish();
  }

  private static Worksheet begin(
      org.dhatim.fastexcel.Workbook book, String name, List<String> names) {
    Worksheet sheet = book.newWorksheet(name);
    for (int column = 0; column < names.size(); column++) {
      sheet.inlineString(0, column, names.get(column));
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void write(Worksheet sheet, int row, CsvRecord record) {
    for (int column = 0; column < record.getFieldCount(); column++) {
      String text = HarmlessText.original(record.getField(column));
      if (!text.isEmpty()) {
        sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), MAX_CELL)));
      }
    }
  }
}
