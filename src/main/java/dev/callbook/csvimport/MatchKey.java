package dev.callbook.csvimport;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a row may be recognised by, besides its external id, which always counts first.
public enum MatchKey {
  EMAIL,
  PHONE,
  /// Of organizations only, whose names always count.
  WEBSITE;

  /// The word in addresses, JSON and tables.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether rows of that kind have such a key.
  boolean fits(ImportKind kind) {
    return (this == WEBSITE) == (kind == ImportKind.ORGANIZATIONS);
  }

  static Optional<MatchKey> ofWord(String word) {
    return Stream.of(values()).filter(key -> key.word().equalsIgnoreCase(word)).findFirst();
  }
}
