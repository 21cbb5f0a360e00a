package dev.callbook.customfield;

import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;

/// The core types as people read them.
@ApplicationScoped
class TypeWords {
  private final Words words;

  TypeWords(Words words) {
    this.words = words;
  }

  String name(CoreType type) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    return switch (type) {
      case TEXT -> say.typeText();
      case LONGTEXT -> say.typeLongText();
      case URL -> say.typeUrl();
      case IDENTIFIER -> say.typeIdentifier();
      case ENUM -> say.typeList();
      case TAG -> say.typeTags();
      case INTEGER -> say.typeInteger();
      case NUMBER -> say.typeNumber();
      case DATE -> say.typeDate();
      case DATETIME -> say.typeDateTime();
      case CHECKBOX -> say.typeCheckbox();
    };
  }

  /// The name of a symbol in `icons.svg`.
  static String icon(CoreType type) {
    return switch (type) {
      case TEXT -> "letter-t";
      case LONGTEXT -> "align-left";
      case URL -> "link";
      case IDENTIFIER -> "id";
      case ENUM -> "list";
      case TAG -> "tags";
      case INTEGER -> "hash";
      case NUMBER -> "decimal";
      case DATE -> "calendar";
      case DATETIME -> "calendar-time";
      case CHECKBOX -> "square-check";
    };
  }
}
