package dev.callbook.csvimport;

import dev.callbook.web.FormErrors;
import java.util.List;

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
  /// A column and what it can become. @param chosen the word of what it becomes
  record ColumnRow(
      int index, String name, List<String> samples, List<FieldChoice> fields, String chosen) {
    static ColumnRow of(Column column, List<FieldChoice> fields, String chosen) {
      return new ColumnRow(column.index(), column.name(), column.samples(), fields, chosen);
    }
  }

  /// One of the divisions that the file can go into.
  record DivisionChoice(String id, String name, boolean chosen) {}

  /// One of the fields that a column can become. @param word what is posted
  record FieldChoice(String word, String name) {}
}
