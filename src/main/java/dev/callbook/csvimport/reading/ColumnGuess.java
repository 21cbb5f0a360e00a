package dev.callbook.csvimport.reading;

/// What a column of a file most likely becomes. An admin sees it beside a sample and can change it.
///
/// @param column counted from 0
/// @param needsConfirmation nothing may be done with the column until somebody said yes: it would
///   switch a permission on
public record ColumnGuess(int column, ImportField field, Ground ground, boolean needsConfirmation) {
  /// What the guess rests on.
  public enum Ground {
    NAME,
    VALUES,
    /// Nothing; the column is left out.
    NOTHING
  }
}
