package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.customfield.CustomFieldForm.Control;
import dev.callbook.customfield.CustomFieldForm.Input;
import dev.callbook.web.Choice;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The input that a custom field is typed in.
@ApplicationScoped
class FieldInputs {
  private static final String FIRST_DAY = "0001-01-01";
  private static final String LAST_DAY = "9999-12-31";

  private final FieldHints hints;
  private final Words words;

  FieldInputs(FieldHints hints, Words words) {
    this.hints = hints;
    this.words = words;
  }

  /// @param held what the record holds; null for nothing
  /// @param post what was typed, which stays
  Input of(SchemaField field, @Nullable JsonNode held, CustomFieldPost post) {
    Locale language = words.locale();
    String value =
        post.says(field.key()) ? post.text(field.key()) : TypedValues.text(field, held, language);
    boolean isNumber = field.type() == CoreType.INTEGER || field.type() == CoreType.NUMBER;
    boolean isDate = field.type() == CoreType.DATE;
    boolean isTime = field.type() == CoreType.DATETIME;
    return new Input(
        CustomFieldPost.input(field.key()),
        control(field.type()),
        type(field.type()),
        field.title(),
        hints.of(field),
        field.required(),
        value,
        options(field, value),
        mode(field.type()),
        field.type().isText() ? field.maxLength() : 0,
        isNumber ? TypedValues.pattern(field, language) : "",
        isDate ? FIRST_DAY : isTime ? FIRST_DAY + "T00:00" : "",
        isDate ? LAST_DAY : isTime ? LAST_DAY + "T23:59" : "");
  }

  private static Control control(CoreType type) {
    return switch (type) {
      case TEXT, URL, IDENTIFIER, INTEGER, NUMBER, DATE, DATETIME -> Control.LINE;
      case LONGTEXT, TAG -> Control.LINES;
      case ENUM -> Control.CHOICE;
      case CHECKBOX -> Control.BOX;
    };
  }

  /// Numbers are lines of text: what a browser cannot read as a number it would post as nothing.
  private static String type(CoreType type) {
    return switch (type) {
      case URL -> "url";
      case DATE -> "date";
      case DATETIME -> "datetime-local";
      case TEXT, LONGTEXT, IDENTIFIER, ENUM, TAG, INTEGER, NUMBER, CHECKBOX -> "text";
    };
  }

  private static String mode(CoreType type) {
    return switch (type) {
      case INTEGER -> "numeric";
      case NUMBER -> "decimal";
      case TEXT, LONGTEXT, URL, IDENTIFIER, ENUM, TAG, DATE, DATETIME, CHECKBOX -> "";
    };
  }

  /// The options that may be chosen, and the one that is; first the way to choose none.
  private List<Choice> options(SchemaField field, String value) {
    if (field.type() != CoreType.ENUM) {
      return List.of();
    }
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    Choice none = new Choice("", field.required() ? say.choose() : say.noChoice(), value.isEmpty());
    return Stream.concat(
            Stream.of(none),
            field.options().stream()
                .filter(option -> !option.disabled() || option.value().equals(value))
                .map(option ->
                    new Choice(
                        option.value(),
                        option.disabled() ? say.retiredOption(option.title()) : option.title(),
                        option.value().equals(value))))
        .toList();
  }
}
