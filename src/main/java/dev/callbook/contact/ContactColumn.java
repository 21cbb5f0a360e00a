package dev.callbook.contact;

import java.util.Locale;

/// What a list of contacts can show beside the name.
public enum ContactColumn {
  ORGANIZATION,
  PHONES,
  EMAIL,
  DIVISION,
  TYPE,
  TITLE,
  CHANGED,
  CREATED,
  SOURCE,
  /// a custom field
  CUSTOM;

  /// What forms and arrangements call it; of a custom field the beginning, before the field's key.
  String word() {
    return this == CUSTOM ? ContactListFilter.FIELD : name().toLowerCase(Locale.ROOT);
  }
}
