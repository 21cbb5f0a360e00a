package dev.callbook.relationship;

/// What part of an organization's relationships is wanted.
///
/// @param offset rows to leave out; at most 1,000
public record RelationshipQuery(Sort sort, boolean descending, int offset, int maxRows) {
  /// What they can be ordered by.
  public enum Sort {
    CREATED,
    TEXT
  }
}
