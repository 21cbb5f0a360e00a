package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.CsvRow.Flaw;
import dev.callbook.csvimport.reading.CsvRow.Flawed;
import dev.callbook.csvimport.reading.CsvRow.Misfit;
import dev.callbook.csvimport.reading.CsvRow.Regular;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook. Its first row that is not blank is the header; rows of blank cells are
/// left out.
public final class SheetFile implements DataFile {
  private final Workbook workbook;
  private final String name;
  private final SheetReader rows;
  private final long sheetBytes;
  private final List<String> header;
  private @Nullable SheetRow ahead;
  private boolean looked;

  /// @param cells the sheet's part
  /// @param sheetBytes how large it is, unpacked
  SheetFile(Workbook workbook, String name, XmlPart cells, long sheetBytes) throws IOException {
    this.workbook = workbook;
    this.name = name;
    this.sheetBytes = sheetBytes;
    this.rows =
        new SheetReader(cells, workbook.sharedStrings(), workbook.formats(), workbook.is1904());
    try {
      SheetRow first = rows.next(0);
      if (first == null) {
        throw new UnreadableFile(Trouble.SHEET_EMPTY);
      }
      this.header = ColumnNames.distinct(trimmed(first.cells()));
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /// A row of a sheet. @param flaws of its cells
  record SheetRow(long line, List<String> cells, List<Flaw> flaws) {}

  private static List<String> trimmed(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public char delimiter() {
    return ',';
  }

  @Override
  public long bytesRead() {
    return (long) (workbook.bytes() * Math.min(1.0, (double) rows.bytes() / sheetBytes));
  }

  @Override
  public List<String> sheets() {
    return workbook.sheetNames();
  }

  @Override
  public String sheet() {
    return name;
  }

  @Override
  public boolean hasNext() {
    if (!looked) {
      try {
        ahead = rows.next(header.size());
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
      looked = true;
    }
    return ahead != null;
  }

  @Override
  public CsvRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    looked = false;
    return check(ahead);
  }

  private CsvRow check(SheetRow row) {
    int columns = header.size();
    List<String> cells = row.cells();
    if (cells.size() > columns) {
      List<String> beyond = cells.subList(columns, cells.size());
      if (!beyond.stream().allMatch(String::isBlank)) {
        int count = trimmed(cells).size();
        return new Misfit(row.line(), cells, Reason.of(Trouble.CELLS_BESIDE, count, columns));
      }
      cells = cells.subList(0, columns);
    }
    List<Flaw> flaws = row.flaws().stream().filter(flaw -> flaw.column() < columns).toList();
    return flaws.isEmpty() ? new Regular(row.line(), cells) : new Flawed(row.line(), cells, flaws);
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      rows.close();
    }
  }
}
