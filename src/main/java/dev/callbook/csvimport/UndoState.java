package dev.callbook.csvimport;

import java.util.Locale;

/// How far the undo of an import is.
public enum UndoState {
  /// finds out what it would do
  COUNTING,
  /// waits for the one who ordered it
  COUNTED,
  RUNNING,
  DONE,
  FAILED;

  /// The word in JSON and tables.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UndoState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public boolean isWorking() {
    return this == COUNTING || this == RUNNING;
  }
}
