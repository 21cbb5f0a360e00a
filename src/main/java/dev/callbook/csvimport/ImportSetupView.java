package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.web.FormErrors;
import java.util.List;
import java.util.stream.Stream;

/// The form that says what columns are, where contacts go and whom rows mean.
///
/// @param sources names of external sources there are
/// @param source the one chosen, or a new name
record ImportSetupView(
    String path,
    String fileName,
    List<ColumnRow> columns,
    List<DivisionChoice> divisions,
    List<String> sources,
    String source,
    boolean byEmail,
    boolean byPhone,
    FormErrors errors) {
  /// A column and what it can become.
  record ColumnRow(int index, String name, List<String> samples, List<FieldChoice> fields) {
    static ColumnRow of(Column column, ImportField chosen) {
      return new ColumnRow(
          column.index(),
          column.name(),
          column.samples(),
          Stream.of(ImportField.values())
              .filter(field -> field != ImportField.DIVISION && field != ImportField.CUSTOM_FIELD)
              .map(field -> new FieldChoice(field, field == chosen))
              .toList());
    }
  }

  /// One of the divisions that the file can go into.
  record DivisionChoice(String id, String name, boolean chosen) {}

  /// One of the fields that a column can become.
  record FieldChoice(ImportField field, boolean chosen) {}
}
