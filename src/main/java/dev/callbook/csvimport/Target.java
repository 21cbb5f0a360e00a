package dev.callbook.csvimport;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a row means, where it does not simply add somebody.
///
/// @param firstRow the first row of the file that means the same contact
/// @param contact the stored contact; null where `firstRow` adds it
/// @param isShared whether several rows mean it
record Target(long row, long firstRow, @Nullable UUID contact, boolean isShared) {
  /// In place of a first row: nobody, since a name is missing.
  static final long NAMELESS = -1;

  /// In place of a first row: nobody, since several contacts fit.
  static final long AMBIGUOUS = -2;

  /// Which rows share a contact is known when all of them have theirs.
  Target(long row, long firstRow, @Nullable UUID contact) {
    this(row, firstRow, contact, false);
  }

  boolean isNobody() {
    return firstRow < 0;
  }
}
