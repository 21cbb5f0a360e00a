package dev.callbook.organization;

/// What a [dev.callbook.directory.Filter] of organizations can ask about.
public enum OrganizationField {
  DIVISION,
  SCHEMA,
  SCHEMA_VERSION,
  CREATED,
  MODIFIED
}
