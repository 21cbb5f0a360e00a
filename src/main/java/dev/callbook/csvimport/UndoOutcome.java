package dev.callbook.csvimport;

import java.util.Locale;

/// What the undo of an import does, or did, to one record.
public enum UndoOutcome {
  /// a contact that was added is gone
  REMOVED,
  /// a contact has all the values that it had before
  RESTORED,
  /// a contact has some of them
  PARTLY,
  /// a contact is as it was before the undo
  KEPT,
  /// a contact was not there any more
  GONE,
  /// a merge is undone
  PARTED,
  /// a merge stays
  STILL_MERGED,
  ORGANIZATION_REMOVED,
  /// an organization has all the values that it had before
  ORGANIZATION_RESTORED,
  /// an organization has some of them
  ORGANIZATION_PARTLY,
  ORGANIZATION_KEPT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UndoOutcome ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
