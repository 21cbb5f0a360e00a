package dev.callbook.export;

import java.util.Locale;

/// Where an export stands. The names are the wire's.
public enum ExportState {
  RUNNING,
  SUCCEEDED,
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ExportState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
