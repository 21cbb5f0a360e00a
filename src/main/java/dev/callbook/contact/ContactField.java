package dev.callbook.contact;

/// What a [dev.callbook.directory.Filter] of contacts can ask about.
public enum ContactField {
  DIVISION,
  TYPE,
  ORGANIZATION,
  /// an external source that has a name for the contact
  SOURCE,
  SCHEMA,
  SCHEMA_VERSION,
  CREATED,
  MODIFIED
}
