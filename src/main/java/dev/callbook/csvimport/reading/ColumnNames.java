package dev.callbook.csvimport.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The names of a file's columns as forms and reports show them.
final class ColumnNames {
  private ColumnNames() {}

  /// The same names, each different: one that is there twice gets a number, a missing one becomes
  /// `Column 3`.
  static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    return IntStream.range(0, names.size())
        .mapToObj(i -> distinct(names.get(i).strip().replace("\0", ""), i, taken))
        .toList();
  }

  private static String distinct(String name, int index, Set<String> taken) {
    String base = name.isEmpty() ? "Column " + (index + 1) : name;
    String free = base;
    for (int n = 2; !taken.add(free); n++) {
      free = base + " (" + n + ")";
    }
    return free;
  }
}
