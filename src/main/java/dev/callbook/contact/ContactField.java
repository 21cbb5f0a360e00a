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
  MODIFIED,
  /// its id
  ID,
  /// whether it refuses surveys: `true` or `false`, as for the four below
  REFUSES_SURVEYS,
  /// whether SMS is on for some number
  ACCEPTS_SMS,
  HAS_EMAIL,
  HAS_PHONE,
  /// an identifier or a tag among the custom fields: `key=value`, the value as
  /// [dev.callbook.customfield.CustomValues#keyOf] has it
  CUSTOM_KEY,
  /// a custom field of whatever type: an object of one field, as JSON
  CUSTOM_VALUE
}
