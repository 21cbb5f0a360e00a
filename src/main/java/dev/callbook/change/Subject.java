package dev.callbook.change;

import java.util.Locale;

/// What a change is about.
public enum Subject {
  CONTACT,
  ORGANIZATION,
  NOTE,
  RELATIONSHIP,
  INTERACTION,
  USER,
  CLIENT,
  GRANT,
  ROLE,
  DIVISION,
  CONSENT,
  SOURCE,
  EXPORT,
  IMPORT_SETTINGS,
  EXTERNAL_SOURCE,
  SCHEMA,
  DUPLICATE,
  SETTING;

  /// The word the log keeps.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Subject ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
