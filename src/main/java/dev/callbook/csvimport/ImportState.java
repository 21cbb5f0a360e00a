package dev.callbook.csvimport;

import java.util.Locale;

/// Where an import stands.
public enum ImportState {
  /// the file is here; its columns wait to be named
  UPLOADED,
  /// the dry run is under way
  CHECKING,
  /// the dry run is done; nothing is written yet
  CHECKED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /// The word in JSON and tables.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether nothing more will happen to it by itself.
  public boolean isOver() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  public boolean isWorking() {
    return this == CHECKING || this == RUNNING;
  }
}
