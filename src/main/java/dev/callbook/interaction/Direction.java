package dev.callbook.interaction;

import java.util.Locale;

/// Who reached out to whom.
public enum Direction {
  INBOUND,
  OUTBOUND;

  /// The word on the wire and in the database.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
