package dev.callbook.csvimport;

import org.jspecify.annotations.Nullable;

/// Which value counts where a row says something about a record that is stored already. A new
/// record takes all that its row says. The constants' names are stored.
public enum Winner {
  /// what the file says
  FILE,
  /// what the file says, where nothing is stored
  FILL,
  /// what is stored, be it nothing
  STORED;

  /// @return null where it is none of these
  static @Nullable Winner read(String word) {
    for (Winner winner : values()) {
      if (winner.name().equals(word)) {
        return winner;
      }
    }
    return null;
  }

  /// The value that counts. @param said null where the row says nothing
  <T extends @Nullable Object> T pick(@Nullable T said, T stored) {
    return said != null && overrules(stored != null) ? said : stored;
  }

  /// Whether what a row says counts. @param isStored whether there is a value already
  boolean overrules(boolean isStored) {
    return switch (this) {
      case FILE -> true;
      case FILL -> !isStored;
      case STORED -> false;
    };
  }
}
