package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in a row each field stands.
final class Columns {
  static final int NONE = -1;

  /// One number of a contact. @param nth which of its label, from 0
  record Phone(String label, int nth, int number, int extension, int acceptsSms) {}

  /// One e-mail address of a contact. @param nth which of its label, from 0
  record Email(String label, int nth, int address) {}

  /// A custom field. @param key as its schema calls it @param zone of times without one
  record Custom(String key, int cell, @Nullable DateOrder dates, ZoneId zone) {}

  private final List<String> header;
  private final Map<ImportField, List<Integer>> places = new EnumMap<>(ImportField.class);
  private final List<Phone> phones = new ArrayList<>();
  private final List<Email> emails = new ArrayList<>();
  private final List<Custom> customs = new ArrayList<>();
  private final List<Custom> organizationCustoms = new ArrayList<>();

  Columns(List<String> header, ImportSettings settings) {
    List<ImportField> fields = settings.columns();
    this.header = List.copyOf(header);
    for (int i = 0; i < fields.size(); i++) {
      places.computeIfAbsent(fields.get(i), _ -> new ArrayList<>()).add(i);
    }
    for (String label : List.of("work", "cell", "home", "other")) {
      addPhones(label);
    }
    for (String label : List.of("work", "personal", "other")) {
      addEmails(label);
    }
    addCustoms(settings, ImportField.CUSTOM_FIELD, customs);
    addCustoms(settings, ImportField.ORGANIZATION_CUSTOM_FIELD, organizationCustoms);
  }

  private void addCustoms(ImportSettings settings, ImportField field, List<Custom> into) {
    for (int column : at(field)) {
      into.add(
          new Custom(
              settings.customField(column),
              column,
              settings.reading().column(column).dates(),
              settings.reading().zone()));
    }
  }

  private void addPhones(String label) {
    String field = label.toUpperCase(Locale.ROOT) + "_PHONE";
    List<Integer> numbers = at(ImportField.valueOf(field));
    List<Integer> extensions = at(ImportField.valueOf(field + "_EXTENSION"));
    List<Integer> permissions = at(ImportField.valueOf(field + "_SMS"));
    for (int i = 0; i < numbers.size(); i++) {
      phones.add(
          new Phone(label, i, numbers.get(i), nthOrNone(extensions, i), nthOrNone(permissions, i)));
    }
  }

  private void addEmails(String label) {
    List<Integer> addresses = at(ImportField.valueOf(label.toUpperCase(Locale.ROOT) + "_EMAIL"));
    for (int i = 0; i < addresses.size(); i++) {
      emails.add(new Email(label, i, addresses.get(i)));
    }
  }

  /// The columns that become a field, in their order.
  List<Integer> at(ImportField field) {
    return places.getOrDefault(field, List.of());
  }

  private static int nthOrNone(List<Integer> columns, int nth) {
    return nth < columns.size() ? columns.get(nth) : NONE;
  }

  List<Phone> phones() {
    return phones;
  }

  List<Email> emails() {
    return emails;
  }

  List<Custom> customs() {
    return customs;
  }

  List<Custom> organizationCustoms() {
    return organizationCustoms;
  }

  /// The cell of a field that occurs once; null where the file has no such column, or the cell is
  /// blank.
  @Nullable String cell(List<String> cells, ImportField field) {
    List<Integer> columns = at(field);
    return columns.isEmpty() ? null : cell(cells, columns.getFirst());
  }

  static @Nullable String cell(List<String> cells, int column) {
    if (column == NONE) {
      return null;
    }
    String cell = cells.get(column);
    return cell.isBlank() ? null : cell;
  }

  boolean has(ImportField field) {
    return places.containsKey(field);
  }

  /// The column's name in the file.
  String name(int column) {
    return header.get(column);
  }

  /// The name of the column that holds a field; null where none does.
  @Nullable String name(ImportField field) {
    List<Integer> columns = at(field);
    return columns.isEmpty() ? null : header.get(columns.getFirst());
  }
}
