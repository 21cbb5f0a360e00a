package dev.callbook.platform;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The keys that settings may have, all under `callbook.`, with the name each has as an environment
/// variable.
///
/// @param keys each names one value; a setting that is a map or a list has no place here
record KnownSettings(Set<String> keys) {
  private static final String VARIABLE_PREFIX = "CALLBOOK_";

  boolean contains(String key) {
    return keys.contains(key);
  }

  /// Whether an environment variable means to be a setting of ours, known or not.
  static boolean isVariable(String name) {
    return upper(name).startsWith(VARIABLE_PREFIX);
  }

  static String variable(String key) {
    return upper(key).replaceAll("[^A-Z0-9]", "_");
  }

  /// @return the key that an environment variable stands for, in whatever case its name is written
  Optional<String> ofVariable(String name) {
    return keys.stream().filter(key -> variable(key).equals(upper(name))).findFirst();
  }

  /// The known key that takes the fewest keystrokes to get to from `mistyped`, which may be a key
  /// or a variable's name.
  String nearest(String mistyped) {
    String wanted = variable(mistyped);
    return keys.stream()
        .min(
            Comparator.comparingInt((String key) -> distance(wanted, variable(key)))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /// Levenshtein's distance: insertions, deletions and replacements that turn one text into the
  /// other.
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
