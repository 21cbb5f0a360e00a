package dev.callbook.csvimport;

import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;

/// The form that says what columns are, where contacts go and whom rows mean.
///
/// @param sheets the workbook's sheets; empty where the file is none
/// @param sheet the name of the one that is shown; else blank
/// @param saved settings that were kept; empty where there are none
/// @param kinds what the rows can be
/// @param organizations whether they are organizations alone
/// @param mayWriteOrganizations whether this user may add and correct those
/// @param looksHeadless whether the first row looks like a contact rather than like names
/// @param regions whose numbers may come without a country code
/// @param timeZone of times without one; blank for UTC
/// @param timeZones there are; empty where no field is a time
/// @param sources names of external sources there are
/// @param source the one chosen, or a new name
/// @param several what can become of a row that fits several
/// @param mayKeep whether this user may keep settings
/// @param keepAs the name to keep them under
record ImportSetupView(
    String path,
    String fileName,
    List<Choice> sheets,
    String sheet,
    List<Choice> saved,
    List<Choice> kinds,
    boolean organizations,
    boolean mayWriteOrganizations,
    boolean looksHeadless,
    List<ColumnRow> columns,
    List<Choice> regions,
    String timeZone,
    List<String> timeZones,
    List<DivisionChoice> divisions,
    List<String> sources,
    String source,
    boolean byEmail,
    boolean byPhone,
    boolean byWebsite,
    List<Choice> several,
    boolean mayKeep,
    String keepAs,
    FormErrors errors) {
  /// A column and what it can become.
  ///
  /// @param chosen the word of what it becomes
  /// @param otherwise what empty cells count as
  /// @param values what certain cells become, a line each
  /// @param isShaped whether any of that is in use
  /// @param wins which value counts where a contact has one
  record ColumnRow(
      int index,
      String name,
      List<String> samples,
      List<FieldGroup> fields,
      String chosen,
      String otherwise,
      String values,
      List<Choice> dates,
      List<Choice> joints,
      List<Choice> numbers,
      boolean isShaped,
      List<Choice> wins) {}

  /// One of the divisions that the file can go into.
  record DivisionChoice(String id, String name, boolean chosen) {}

  /// Fields of one kind of record.
  record FieldGroup(String name, List<FieldChoice> fields) {}

  /// One of the fields that a column can become. @param word what is posted
  record FieldChoice(String word, String name) {}
}
