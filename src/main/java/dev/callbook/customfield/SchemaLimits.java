package dev.callbook.customfield;

/// How much there may be. The public API does not publish its numbers; these are ours.
final class SchemaLimits {
  static final int FIELD_NAME = 50;
  static final int FIELD_TITLE = 100;
  static final int DESCRIPTION = 1_000;
  static final int SCHEMA_NAME = 100;

  /// For contacts, and as many for organizations; deleted ones do not count.
  static final int SCHEMAS = 50;

  static final int FIELDS = 100;

  /// Of all schemas for contacts, and as many for organizations.
  static final int FIELDS_IN_ALL = 1_000;

  private SchemaLimits() {}
}
