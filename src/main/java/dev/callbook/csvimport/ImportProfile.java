package dev.callbook.csvimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A saved way to import: whom rows mean, and which fields they may change.
public record ImportProfile(UUID id, Draft draft, Instant createdAt, int version) {

  /// What its owner decides.
  ///
  /// @param matchOn what rows are recognised by besides their external ids, in the order in which
  ///   it counts
  /// @param several what becomes of a row that fits several contacts
  /// @param source the external source that external ids come from
  public record Draft(
      String name,
      List<MatchKey> matchOn,
      SeveralMatches several,
      UUID source,
      List<Field> fields) {
    /// Whether contacts that one row fits are one contact from then on.
    boolean merges() {
      return several == SeveralMatches.MERGE;
    }

    /// Whether a path may be changed: unless the longest of the names that stand for it is left
    /// out.
    boolean includes(String path) {
      return fields.stream()
          .filter(field -> TargetField.isWithin(path, field.name()))
          .max(java.util.Comparator.comparingInt(field -> field.name().length()))
          .map(Field::included)
          .orElse(true);
    }
  }

  /// A field, or something that has fields. @param name as in a contact's JSON: `address.city`
  public record Field(String name, boolean included) {}
}
