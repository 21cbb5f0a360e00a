package dev.callbook.csvimport;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What people write into a column that asks yes or no.
final class YesNo {
  private static final Set<String> YES =
      Set.of(
          "yes",
          "y",
          "true",
          "t",
          "1",
          "x",
          "on",
          "ja",
          "j",
          "si",
          "sí",
          "s",
          "oui",
          "o",
          "sim",
          "da",
          "tak",
          "wahr",
          "vrai",
          "verdadero",
          "✓",
          "✔");
  private static final Set<String> NO =
      Set.of(
          "no", "n", "false", "f", "0", "-", "off", "nein", "non", "não", "nao", "nee", "nie",
          "falsch", "faux", "falso");

  private YesNo() {}

  /// @return empty where the cell says neither
  static Optional<Boolean> read(String cell) {
    String word = cell.strip().toLowerCase(Locale.ROOT);
    return YES.contains(word)
        ? Optional.of(true)
        : NO.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
