package dev.callbook.customfield;

import java.util.Locale;

/// What a schema's records are: two sets of schemas that know nothing of each other.
public enum SchemaKind {
  CONTACT("CONTACT", "/api/v2/externalcontacts/contacts/schemas"),
  ORGANIZATION("EXTERNAL_ORGANIZATION", "/api/v2/externalcontacts/organizations/schemas");

  private final String wireWord;
  private final String path;

  SchemaKind(String wireWord, String path) {
    this.wireWord = wireWord;
    this.path = path;
  }

  /// The word that the wire has for it.
  String wireWord() {
    return wireWord;
  }

  /// Where its schemas stand.
  String path() {
    return path;
  }

  /// The word that tables have for it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SchemaKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
