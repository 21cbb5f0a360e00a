package dev.callbook.csvimport;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the rows of a file are.
public enum ImportKind {
  /// contacts, each with what the row says of their organization
  CONTACTS,
  /// organizations alone
  ORGANIZATIONS;

  /// The word in addresses, JSON and tables.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ImportKind> ofWord(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equalsIgnoreCase(word)).findFirst();
  }
}
