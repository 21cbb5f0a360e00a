package dev.callbook.csvimport;

import org.jspecify.annotations.Nullable;

/// What can stand between columns that are joined, as forms offer it.
public enum Joint {
  BLANK(" "),
  COMMA(", "),
  HYPHEN("-"),
  NOTHING("");

  private final String text;

  Joint(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// @return null where the column joins none
  static @Nullable String read(String word) {
    for (Joint joint : values()) {
      if (joint.name().equals(word)) {
        return joint.text;
      }
    }
    return null;
  }

  /// The word for a joint; empty where the column joins none.
  static String word(@Nullable String text) {
    for (Joint joint : values()) {
      if (joint.text.equals(text)) {
        return joint.name();
      }
    }
    return "";
  }
}
