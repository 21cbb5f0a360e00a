package dev.callbook.csvimport;

import java.util.List;

/// What a row of the file turned out to be.
sealed interface RowReading permits RowDraft, RowReading.Refused {
  /// The row breaks a rule. @param reasons at least one
  record Refused(List<Rejection> reasons) implements RowReading {}
}
