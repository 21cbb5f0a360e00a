package dev.callbook.customfield;

import java.util.Locale;
import java.util.Optional;

/// The kinds of values that custom fields hold. The end of a field's key names its kind:
/// `tier_enum`. Source: CONTRACT section 11.
public enum CoreType {
  TEXT(100),
  LONGTEXT(1_000),
  URL(200),
  IDENTIFIER(100),
  ENUM(100),
  TAG(100),
  INTEGER(0),
  NUMBER(0),
  DATE(0),
  DATETIME(0),
  CHECKBOX(0);

  static final int MAX_OPTIONS = 50;
  static final int MAX_TAGS = 10;

  /// Integers beyond it would be rounded by JavaScript.
  static final long MAX_NUMBER = 9_007_199_254_740_991L;

  private final int maxLength;

  CoreType(int maxLength) {
    this.maxLength = maxLength;
  }

  /// The name on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How long a text, an option or a tag may be at most; 0 for what is no text.
  int maxLength() {
    return maxLength;
  }

  /// Whether an author may set how long the value itself is.
  boolean isText() {
    return switch (this) {
      case TEXT, LONGTEXT, URL, IDENTIFIER -> true;
      case ENUM, TAG, INTEGER, NUMBER, DATE, DATETIME, CHECKBOX -> false;
    };
  }

  /// Whether records are found by its values.
  public boolean isSearchable() {
    return this == IDENTIFIER || this == TAG;
  }

  /// @param word a name on the wire
  static Optional<CoreType> ofWord(String word) {
    for (CoreType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// The type that a field's key ends in; empty if it ends in none.
  public static Optional<CoreType> ofKey(String key) {
    return ofWord(key.substring(key.lastIndexOf('_') + 1));
  }
}
