package dev.callbook.bulkaction;

import java.util.Locale;

/// What an action does, did or did not do to one record.
public enum BulkOutcome {
  /// will be changed
  PLANNED,
  CHANGED,
  /// was so already
  SAME,
  /// is in a division where the one who ordered it may not do this
  FORBIDDEN,
  /// was made by a merge, which no undo of this action would bring back
  MERGED,
  /// is not there any more, or was merged into another
  GONE,
  /// could not be changed: a rule forbids it
  REFUSED,
  /// is as it was before
  UNDONE,
  /// is back, but lacks what another has by now, or what is gone
  PARTLY,
  /// was edited since, and stays as it is
  KEPT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BulkOutcome ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
