package dev.callbook.contact;

import java.util.Locale;
import java.util.stream.Stream;

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

  /// @param word as [#word]
  static ContactColumn of(String word) {
    return Stream.of(values())
        .filter(column -> column.word().equals(word))
        .findFirst()
        .orElse(CUSTOM);
  }
}
