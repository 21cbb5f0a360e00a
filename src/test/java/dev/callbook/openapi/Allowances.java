package dev.callbook.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Where Callbook differs from the public API on purpose: `contract/differences.tsv`, a difference
/// and its reason on each line. A difference that ends in `*` excuses all that begin so.
final class Allowances {
  static final Path FILE = Path.of("src", "test", "resources", "contract", "differences.tsv");

  private Allowances() {}

  /// Takes what is excused out of what was found.
  ///
  /// @return the excuses for what was not found
  static Set<String> excuse(Map<String, String> found) {
    Set<String> left = new TreeSet<>();
    for (String excuse : all().keySet()) {
      Predicate<String> excused =
          excuse.endsWith("*")
              ? name -> name.startsWith(excuse.substring(0, excuse.length() - 1))
              : excuse::equals;
      if (!found.keySet().removeIf(excused)) {
        left.add(excuse);
      }
    }
    return left;
  }

  /// Reasons by difference.
  private static Map<String, String> all() {
    Map<String, String> reasons = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\t", 2);
        if (parts.length < 2 || parts[1].isBlank() || reasons.put(parts[0], parts[1]) != null) {
          throw new AssertionError(FILE + ": a difference, a tab and a reason, once: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons;
  }
}
