package dev.callbook.bulkaction;

import java.util.Locale;

/// How far an action is.
public enum BulkState {
  /// finds out who is meant
  COUNTING,
  /// waits for the one who ordered it
  READY,
  RUNNING,
  DONE,
  UNDOING,
  UNDONE,
  CANCELLED,
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BulkState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean isWorking() {
    return this == COUNTING || this == RUNNING || this == UNDOING;
  }
}
