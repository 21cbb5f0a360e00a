package dev.callbook.csvimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.reading.CsvRow;
import dev.callbook.csvimport.reading.DataFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rejected rows as a CSV file to correct and import again: line, column, reason, and the cells
/// as they were.
@ApplicationScoped
class RejectedRows {
  private static final int PAGE = 1_000;

  /// The words of a report.
  ///
  /// @param code heads the reasons' stable codes; null where there are none
  /// @param say a reason in words
  record Wording(
      String line,
      String column,
      String reason,
      @Nullable String code,
      Function<Rejection, String> say) {
    /// For programs.
    static final Wording ENGLISH =
        new Wording("Line", "Rejected column", "Reason", "Code", Rejection::reason);
  }

  private final RejectionStore rejections;
  private final UploadStore uploads;

  RejectedRows(RejectionStore rejections, UploadStore uploads) {
    this.rejections = rejections;
    this.uploads = uploads;
  }

  /// Writes all of them, in file order, holding a page at a time.
  void write(Scope scope, Import it, Wording words, OutputStream out) throws IOException {
    try (DataFile file = open(scope, it);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      // Spreadsheet programs take a file for UTF-8 by its mark only.
      text.write('\uFEFF');
      CsvWriter csv = CsvWriter.builder().fieldSeparator(file.delimiter()).build(text);
      List<String> header = new ArrayList<>(List.of(words.line(), words.column(), words.reason()));
      header.addAll(file.header());
      if (words.code() != null) {
        header.add(words.code());
      }
      csv.writeRecord(header);
      long row = 0;
      for (List<Rejection> page = rejections.first(scope, it.id(), PAGE);
          !page.isEmpty();
          page = rejections.after(scope, it.id(), page.getLast().row(), PAGE)) {
        var rows =
            page.stream().collect(Collectors.groupingBy(Rejection::row, Collectors.toList()));
        while (row <= page.getLast().row()) {
          CsvRow cells = file.next();
          List<Rejection> reasons = rows.get(row++);
          if (reasons != null) {
            csv.writeRecord(record(cells, reasons, words, header.size()));
          }
        }
      }
      csv.flush();
    }
  }

  private DataFile open(Scope scope, Import it) throws IOException {
    return DataFile.open(
        uploads.open(scope, it.id()),
        it.settings() == null ? null : it.settings().reading().sheet());
  }

  private static List<String> record(
      CsvRow row, List<Rejection> reasons, Wording words, int columns) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(row.line()));
    cells.add(
        reasons.stream()
            .map(Rejection::column)
            .map(column -> column == null ? "" : column)
            .distinct()
            .collect(Collectors.joining("; ")));
    cells.add(reasons.stream().map(words.say()).collect(Collectors.joining(" ")));
    cells.addAll(row.cells());
    if (words.code() != null) {
      // A row may have fewer cells than the header.
      while (cells.size() < columns - 1) {
        cells.add("");
      }
      cells.add(reasons.stream().map(Rejection::rule).distinct().collect(Collectors.joining("; ")));
    }
    return cells;
  }
}
