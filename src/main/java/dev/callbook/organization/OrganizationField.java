package dev.callbook.organization;

/// What a [dev.callbook.directory.Filter] of organizations can ask about.
public enum OrganizationField {
  ID,
  DIVISION,
  SCHEMA,
  SCHEMA_VERSION,
  CREATED,
  MODIFIED,
  /// an external source that has a name for it
  SOURCE,
  /// whatever the case, as for tags
  INDUSTRY,
  TAG,
  /// whether it has a main number: `true` or `false`
  HAS_PHONE,
  /// an identifier or a tag among the custom fields: `key=value`, the value as
  /// [dev.callbook.customfield.CustomValues#keyOf] has it
  CUSTOM_KEY,
  /// a custom field of whatever type: an object of one field, as JSON
  CUSTOM_VALUE
}
