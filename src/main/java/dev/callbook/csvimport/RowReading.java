package dev.callbook.csvimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a row of the file turned out to be.
sealed interface RowReading {
  /// The row keeps all rules.
  ///
  /// @param contact null where the file is one of organizations
  /// @param organization null where the row says no more of one than a name
  record Accepted(@Nullable RowDraft contact, @Nullable OrganizationRow organization)
      implements RowReading {}

  /// The row breaks a rule. @param reasons at least one
  record Refused(List<Rejection> reasons) implements RowReading {}
}
