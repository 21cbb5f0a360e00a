package dev.callbook.relationship;

/// What a [dev.callbook.directory.Filter] of relationships can ask about.
public enum RelationshipField {
  DIVISION,
  USER,
  CREATED,
  MODIFIED
}
