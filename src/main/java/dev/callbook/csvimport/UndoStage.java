package dev.callbook.csvimport;

import java.util.Locale;

/// The parts of an undo, in their order: what the import did last does not come first, since
/// nothing depends on it, but organizations can only go when nobody works for them any more.
enum UndoStage {
  /// contacts that the import merged become several again
  MERGES,
  /// contacts that it added go, those that it changed get their values back
  CONTACTS,
  /// organizations that it added go
  ORGANIZATIONS,
  /// words go that search keeps of names that nobody has any more
  WORDS;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UndoStage ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
