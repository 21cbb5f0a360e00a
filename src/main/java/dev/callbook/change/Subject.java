package dev.callbook.change;

import java.util.Locale;

/// What a change is about.
public enum Subject {
  CONTACT,
  ORGANIZATION,
  NOTE,
  INTERACTION,
  USER,
  CLIENT,
  GRANT,
  ROLE,
  DIVISION,
  SOURCE,
  SETTING,
  SCHEMA;

  /// The word the log keeps.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Subject ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
