package dev.callbook.testing.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query of the part of SOQL that the org understands.
///
/// @param isCount whether it asks for `COUNT()` alone; `fields` is empty then
/// @param limit negative where there is none
record Soql(
    List<String> fields,
    boolean isCount,
    String from,
    @Nullable Condition where,
    List<Order> order,
    int limit) {
  /// @param nullsFirst where records without a value go
  record Order(String field, boolean isDescending, boolean nullsFirst) {}

  /// What a record must fulfil.
  sealed interface Condition {
    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    record Compares(String field, String operator, Literal value) implements Condition {}

    record In(String field, boolean isNegated, List<Literal> values) implements Condition {}
  }

  /// A value as it is written.
  ///
  /// @param text without quotes; null for `null`
  record Literal(Kind kind, @Nullable String text) {
    enum Kind {
      QUOTED,
      NUMBER,
      BOOLEAN,
      DATE,
      DATETIME,
      NULL
    }
  }
}
