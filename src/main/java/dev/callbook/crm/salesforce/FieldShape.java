package dev.callbook.crm.salesforce;

/// A field as `describe` tells it.
///
/// @param length in characters; 0 where it has none
/// @param isFormula whether its value may change without any change of its record
public record FieldShape(
    String name, Kind kind, int length, boolean isWritable, boolean isKey, boolean isFormula) {
  /// What a field holds, as far as reading and writing differ.
  public enum Kind {
    TEXT,
    YES_NO,
    NUMBER,
    DATE,
    MOMENT,
    ID,
    /// Several other fields at once, such as an address; those are read instead.
    COMPOUND;

    /// @param type as `describe` names it; unknown ones read as text
    static Kind of(String type) {
      return switch (type) {
        case "boolean" -> YES_NO;
        case "int", "long", "double", "currency", "percent" -> NUMBER;
        case "date" -> DATE;
        case "datetime" -> MOMENT;
        case "id", "reference" -> ID;
        case "address", "location" -> COMPOUND;
        default -> TEXT;
      };
    }
  }
}
