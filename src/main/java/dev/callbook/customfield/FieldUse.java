package dev.callbook.customfield;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// How many records hold values of a schema's fields.
final class FieldUse {
  private FieldUse() {}

  /// Who counted, and how well.
  enum Precision {
    /// Every record was looked at.
    EXACT,
    /// There are too many records to look at each in the time there is; a part of them was.
    ESTIMATE,
    /// Not even that was to be had in time.
    UNKNOWN
  }

  /// The records with a value, by field. @param held without the fields that nothing holds
  record Held(Precision precision, Map<String, Long> held) {}

  /// What a field would ask of values.
  ///
  /// @param measure what is compared: `length`, `number`, `tags`, `options`, or `nothing`
  /// @param least of that: characters, the number itself, or how many tags
  /// @param itemLeast of each tag's characters
  /// @param retired options that could not be chosen any more
  record Wish(
      String key,
      String measure,
      BigDecimal least,
      BigDecimal most,
      int itemLeast,
      int itemMost,
      List<String> retired) {

    static Wish of(SchemaField field) {
      String measure =
          switch (field.type()) {
            case TEXT, LONGTEXT, URL, IDENTIFIER -> "length";
            case INTEGER, NUMBER -> "number";
            case TAG -> "tags";
            case ENUM -> "options";
            case DATE, DATETIME, CHECKBOX -> "nothing";
          };
      boolean isTag = field.type() == CoreType.TAG;
      boolean isNumber = measure.equals("number");
      return new Wish(
          field.key(),
          measure,
          isNumber
              ? field.minimum()
              : BigDecimal.valueOf(isTag ? field.minItems() : field.minLength()),
          isNumber
              ? field.maximum()
              : BigDecimal.valueOf(isTag ? field.maxItems() : field.maxLength()),
          field.minLength(),
          field.maxLength(),
          field.options().stream()
              .filter(SchemaField.Option::disabled)
              .map(SchemaField.Option::value)
              .toList());
    }
  }

  /// What a wish would meet.
  ///
  /// @param held records with a value
  /// @param unfit those whose value would no longer do
  /// @param missing records that follow the schema and have none
  record Effect(long held, long unfit, long missing) {}

  /// By field. @param effects without the fields of which nothing was counted
  record Effects(Precision precision, Map<String, Effect> effects) {}
}
