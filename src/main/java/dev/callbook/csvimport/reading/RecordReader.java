package dev.callbook.csvimport.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.callbook.csvimport.reading.CellCollector.Cells;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Splits text into rows of cells, and says in words where the quotes are broken.
final class RecordReader implements Closeable {
  /// A cell must fit the parser's buffer. The limit proper is the collector's, which knows where
  /// the cell begins.
  private static final int BUFFER_CHARS = 2 * CellCollector.LONGEST_CELL;

  private final StrictReader text;
  private final CellCollector collector = new CellCollector();
  private final CloseableIterator<Cells> records;

  RecordReader(StrictReader text, Dialect dialect) {
    this.text = text;
    CsvReader<Cells> parser =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .quoteCharacter(dialect.quote())
            .trimWhitespacesAroundQuotes(dialect.spaced())
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(false)
            .maxBufferSize(BUFFER_CHARS)
            .build(collector, text);
    if (dialect.hint()) {
      parser.skipLines(1);
    }
    records = parser.iterator();
  }

  /// The next row that has anything in it; null at the end.
  ///
  /// @throws UnreadableFile if the text stops being CSV there
  @Nullable Cells next() {
    try {
      while (records.hasNext()) {
        Cells cells = records.next();
        if (!isBlank(cells)) {
          return cells;
        }
      }
      return null;
    } catch (CsvParseException e) {
      throw inWords(e);
    }
  }

  void expect(int columns) {
    collector.expect(columns);
  }

  long bytesRead() {
    return text.bytesRead();
  }

  /// Spreadsheets end files with rows of nothing but delimiters.
  private static boolean isBlank(Cells cells) {
    for (String cell : cells.values()) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private UnreadableFile inWords(CsvParseException e) {
    if (e.getCause() instanceof UnreadableFile refusal) {
      return refusal;
    }
    long line = collector.currentLine();
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("The maximum buffer size")) {
      // Only between quotes can a cell go on over the end of a line.
      return text.lineBreaks() >= line
          ? UnreadableFile.at(line, Trouble.QUOTE_SWALLOWS)
          : UnreadableFile.at(line, Trouble.CELL_TOO_LONG);
    }
    return message.startsWith("Unclosed")
        ? UnreadableFile.at(line, Trouble.QUOTE_WITHOUT_END)
        : UnreadableFile.at(line, Trouble.QUOTE_IN_CELL);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
