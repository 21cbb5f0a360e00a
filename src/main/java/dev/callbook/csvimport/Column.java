package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import java.util.List;
import java.util.stream.IntStream;

/// A column of the file.
///
/// @param customField the key, where `field` is a custom field; else blank
/// @param samples its first cells that are not blank, at most three
public record Column(
    int index, String name, ImportField field, String customField, List<String> samples) {
  private static final int SAMPLES = 3;
  private static final int SAMPLE_LENGTH = 60;

  static List<Column> of(
      List<String> header,
      List<List<String>> rows,
      List<ImportField> fields,
      List<String> customFields) {
    return IntStream.range(0, header.size())
        .mapToObj(i ->
            new Column(
                i,
                header.get(i),
                fields.get(i),
                i < customFields.size() ? customFields.get(i) : "",
                rows.stream()
                    .map(row -> row.get(i).strip())
                    .filter(cell -> !cell.isEmpty())
                    .map(Column::cut)
                    .distinct()
                    .limit(SAMPLES)
                    .toList()))
        .toList();
  }

  private static String cut(String cell) {
    return cell.length() <= SAMPLE_LENGTH ? cell : cell.substring(0, SAMPLE_LENGTH - 1) + "…";
  }
}
