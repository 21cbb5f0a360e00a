package dev.callbook.csvimport;

import org.jspecify.annotations.Nullable;

/// What becomes of a row that fits several stored contacts by the same kind of key. The constants'
/// names are stored.
public enum SeveralMatches {
  /// it is rejected, and a person decides
  REJECT,
  /// it corrects the oldest of them
  CORRECT_FIRST,
  /// they become one contact before any row is applied, and it corrects that one
  MERGE;

  /// @return null where it is none of these
  static @Nullable SeveralMatches read(String word) {
    for (SeveralMatches several : values()) {
      if (several.name().equals(word)) {
        return several;
      }
    }
    return null;
  }
}
