package dev.callbook.organization;

import java.util.Locale;

/// What a list of organizations can show beside the name.
public enum OrganizationColumn {
  INDUSTRY,
  PHONE,
  WEBSITE,
  EMPLOYEES,
  PLACE,
  TAGS,
  EXTERNAL_IDS,
  DIVISION,
  CHANGED,
  CREATED,
  /// a custom field
  CUSTOM;

  /// What forms and arrangements call it; a custom field has a key of its own.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
