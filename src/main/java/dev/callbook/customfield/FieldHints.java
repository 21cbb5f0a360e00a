package dev.callbook.customfield;

import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what a field is for and what it takes, as it stands below its input.
@ApplicationScoped
class FieldHints {
  private static final BigDecimal MAX = BigDecimal.valueOf(CoreType.MAX_NUMBER);

  private final Words words;

  FieldHints(Words words) {
    this.words = words;
  }

  String of(SchemaField field) {
    String description = Objects.requireNonNullElse(field.description(), "");
    boolean isSentence = description.isEmpty() || description.matches("(?s).*\\p{Punct}");
    return Stream.of(isSentence ? description : description + ".", limits(field))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String limits(SchemaField field) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    return switch (field.type()) {
      case TEXT, LONGTEXT, URL, IDENTIFIER -> say.hintLength(field.minLength(), longest(field));
      case TAG ->
          Stream.of(
                  say.hintTags(field.minItems(), field.maxItems()),
                  say.hintTagLength(field.minLength(), longest(field)))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      case INTEGER, NUMBER ->
          say.hintNumber(
              field.type() == CoreType.INTEGER,
              field.minimum().compareTo(MAX.negate()) == 0 ? "" : number(field.minimum()),
              field.maximum().compareTo(MAX) == 0 ? "" : number(field.maximum()));
      case DATETIME -> say.hintUtc();
      case ENUM, DATE, CHECKBOX -> "";
    };
  }

  /// Only what its author set is worth saying.
  private static int longest(SchemaField field) {
    return field.maxLength() == field.type().maxLength() ? 0 : field.maxLength();
  }

  private String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(words.locale());
    format.setMaximumFractionDigits(20);
    return format.format(value);
  }
}
