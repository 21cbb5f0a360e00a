package dev.callbook.csvimport;

import org.jspecify.annotations.Nullable;

/// A name in one cell, taken apart: `Ruiz Gil, Ana` at the comma, `Ana Ruiz` before its last word.
record FullName(@Nullable String first, @Nullable String last) {
  static FullName of(@Nullable String cell) {
    if (cell == null) {
      return new FullName(null, null);
    }
    String name = cell.strip();
    int comma = name.indexOf(',');
    if (comma > 0) {
      return new FullName(name.substring(comma + 1).strip(), name.substring(0, comma).strip());
    }
    int gap = name.lastIndexOf(' ');
    return gap < 0
        ? new FullName(null, name)
        : new FullName(name.substring(0, gap).strip(), name.substring(gap + 1));
  }
}
