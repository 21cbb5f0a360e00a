package dev.callbook.identity;

/// What to do with a record and those that match it. Source: CONTRACT section 7, "Enrich".
enum EnrichAction {
  /// adds it; refused where one matches
  Insert,
  /// changes the first that matches; refused where none does
  Update,
  /// changes the first that matches, or adds it where none does
  Upsert,
  /// makes one of all that match and changes it, or adds it where none does; contacts only
  Merge
}
