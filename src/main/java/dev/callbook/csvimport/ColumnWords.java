package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The words by which forms and programs say what a column becomes: `FIRST_NAME`,
/// `customFields.tier_enum`, `externalOrganization.customFields.tier_enum`.
final class ColumnWords {
  private ColumnWords() {}

  /// @throws Invalid naming `mapping` if it is no field's word
  static TargetField read(String word) {
    String name = word.strip();
    if (name.contains(CustomCells.FIELD)) {
      return TargetField.of(name).orElseThrow(ColumnWords::unknown);
    }
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of(ImportField.values())
        .filter(field -> field.name().equals(upper) && !field.isCustom())
        .findFirst()
        .map(field -> new TargetField(field, ""))
        .orElseThrow(ColumnWords::unknown);
  }

  private static Invalid unknown() {
    return new Invalid(
        "mapping",
        "unknown",
        "mapping names a field that there is not. Use guess, or IGNORE, the fields' names and"
            + " customFields.<key>.");
  }

  /// @param customField the key, where `field` is a custom field
  static String of(ImportField field, String customField) {
    return field.isCustom() ? TargetField.path(field, customField).substring(2) : field.name();
  }

  static List<ImportField> fields(List<TargetField> targets) {
    return targets.stream().map(TargetField::field).toList();
  }

  /// For each the key of its custom field; blank for others.
  static List<String> customFields(List<TargetField> targets) {
    return targets.stream().map(TargetField::customField).toList();
  }
}
