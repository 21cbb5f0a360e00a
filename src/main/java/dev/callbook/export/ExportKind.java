package dev.callbook.export;

import java.util.Locale;

/// What an export is of.
public enum ExportKind {
  CONTACTS,
  ORGANIZATIONS,
  NOTES,
  RELATIONSHIPS;

  /// The word in tables and addresses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ExportKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
