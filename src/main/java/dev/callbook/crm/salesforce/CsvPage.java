package dev.callbook.crm.salesforce;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A page of a bulk result as it arrives.
///
/// @param locator of the next; empty behind the last
/// @param isFailed whether there is none, because the job failed
record CsvPage(List<RemoteRecord> records, Optional<String> locator, boolean isFailed) {
  private static final int NO_CONTENT = 204;

  /// A rich text has at most 131,072 characters.
  private static final int LONGEST_FIELD = 4 * 1024 * 1024;

  /// @throws IOException also if the page has other rows than it says
  static CsvPage read(Answer answer, Selection selection, int most) throws IOException {
    if (answer.status() == NO_CONTENT) {
      return new CsvPage(List.of(), Optional.empty(), true);
    }
    List<RemoteRecord> records = rows(answer, selection, most);
    // Proxies take this header away: then it says nothing, and above all not "none".
    Optional<String> count = answer.header("Sforce-NumberOfRecords").map(String::strip);
    if (count.isPresent() && !count.get().equals(String.valueOf(records.size()))) {
      throw new IOException("a page of other length than it says");
    }
    // Behind the last page it has the word "null".
    Optional<String> locator =
        answer
            .header("Sforce-Locator")
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !text.equals("null"));
    return new CsvPage(records, locator, false);
  }

  private static List<RemoteRecord> rows(Answer answer, Selection selection, int most)
      throws IOException {
    List<String> columns = selection.columns();
    Cells cells = new Cells(selection.shape(), columns);
    List<RemoteRecord> records = new ArrayList<>();
    WholeQuotes text =
        new WholeQuotes(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().maxBufferSize(LONGEST_FIELD).ofCsvRecord(text)) {
      boolean isFirst = true;
      for (CsvRecord row : csv) {
        // Each page begins with the header, or only the first does.
        if (!isFirst || !isHeader(row.getFields(), columns)) {
          if (row.getFieldCount() != columns.size() || records.size() == most) {
            throw new IOException("a page of another shape than was asked for");
          }
          records.add(cells.read(row.getFields()));
        }
        isFirst = false;
      }
    } catch (CsvParseException broken) {
      // Its message may quote the answer.
      throw new IOException("no CSV");
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    return records;
  }

  private static boolean isHeader(List<String> row, List<String> columns) {
    return row.size() == columns.size()
        && IntStream.range(0, row.size())
            .allMatch(at -> row.get(at).equalsIgnoreCase(columns.get(at)));
  }
}
