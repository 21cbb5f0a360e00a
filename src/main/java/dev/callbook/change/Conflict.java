package dev.callbook.change;

import java.time.Instant;
import java.util.List;

/// Two people edited the same record: each field that differs is chosen by a radio `take-<field>`
/// with the values `saved` and `yours`, while the form's `version` is already the newer one.
///
/// @param by who saved meanwhile
/// @param at when
public record Conflict(String by, Instant at, List<Difference> differences) {

  /// One field that differs.
  public record Difference(String field, String label, String saved, String yours) {}
}
