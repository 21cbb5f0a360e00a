package dev.callbook.csvimport;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a file writes numbers: `1,234.5` or `1.234,5`. The constants' names are stored.
public enum NumberStyle {
  POINT(Pattern.compile("[+-]?\\d{1,3}(?:[,'’\\u00a0\\u202f ]\\d{3})+(?:\\.\\d+)?")),
  COMMA(Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:[.'’\\u00a0\\u202f ]\\d{3})+)(?:,\\d+)?"));

  private static final Pattern GROUPING = Pattern.compile("['’\\u00a0\\u202f ]");

  private final Pattern form;

  NumberStyle(Pattern form) {
    this.form = form;
  }

  /// @return null where it is none of these
  static @Nullable NumberStyle read(String word) {
    for (NumberStyle style : values()) {
      if (style.name().equals(word.toUpperCase(Locale.ROOT))) {
        return style;
      }
    }
    return null;
  }

  /// A number of this style as programs write it; a cell that is none as it is.
  String plain(String cell) {
    String text = cell.strip();
    if (!form.matcher(text).matches()) {
      return cell;
    }
    String together = GROUPING.matcher(text).replaceAll("");
    return switch (this) {
      case POINT -> together.replace(",", "");
      case COMMA -> together.replace(".", "").replace(',', '.');
    };
  }
}
