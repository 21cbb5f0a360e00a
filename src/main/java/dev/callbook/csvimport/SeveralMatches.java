package dev.callbook.csvimport;

/// What becomes of a row that fits several stored contacts by the same kind of key. The constants'
/// names are stored.
public enum SeveralMatches {
  /// it is rejected, and a person decides
  REJECT,
  /// it corrects the oldest of them
  CORRECT_FIRST,
  /// they become one contact before any row is applied, and it corrects that one
  MERGE
}
