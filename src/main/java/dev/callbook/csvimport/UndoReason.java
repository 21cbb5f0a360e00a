package dev.callbook.csvimport;

import java.util.Locale;

/// Why a record is not as it was before an import, though the import was undone.
public enum UndoReason {
  /// somebody changed it since, or the fields that are named
  EDITED,
  /// nobody: the merge that made it is undone
  APART,
  NOTED,
  CALLED,
  PICKED,
  CLAIMED,
  /// it was merged since
  MERGED,
  DELETED,
  /// another contact has one of its external ids by now
  EXTERNAL_ID,
  /// the organization that it worked for is gone
  EMPLOYER_GONE,
  /// the log does not know any more what the import did to it
  FORGOTTEN,
  /// a rule forbids it by now
  REFUSED,
  /// one of our users has to do with the organization
  RELATED,
  /// contacts work for the organization
  STAFFED,
  /// whoever ordered the undo may not change and remove organizations
  FORBIDDEN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UndoReason ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
