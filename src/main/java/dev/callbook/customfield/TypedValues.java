package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the value of a custom field is typed in a form, and back.
///
/// Numbers are written as the page's language writes them, with its decimal mark and with nothing
/// between thousands: what parts thousands in one language is the decimal mark of the next.
final class TypedValues {
  private static final Pattern LOCAL_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,3})?)?");

  private static final int TO_THE_MINUTE = 16;

  /// 30 digits are more than any field takes.
  private static final String WHOLE = "-?[0-9]{1,30}";

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private TypedValues() {}

  /// What stands in the field's input for a value; empty for none.
  static String text(SchemaField field, @Nullable JsonNode value, Locale language) {
    if (value == null) {
      return "";
    }
    return switch (field.type()) {
      // As a browser leaves it in one line.
      case TEXT, URL, IDENTIFIER -> value.asText().replaceAll("[\\r\\n]", "");
      case LONGTEXT -> value.asText().replace("\r\n", "\n");
      case ENUM, DATE -> value.asText();
      case TAG -> value.valueStream().map(JsonNode::asText).collect(Collectors.joining("\n"));
      case INTEGER, NUMBER -> number(value, language);
      case DATETIME ->
          value.asText().substring(0, Math.min(TO_THE_MINUTE, value.asText().length()));
      case CHECKBOX -> value.booleanValue() ? "true" : "";
    };
  }

  /// The value that a text means; null for none. What cannot be read stays a text, which the check
  /// of values refuses.
  static @Nullable JsonNode value(SchemaField field, String typed, Locale language) {
    String text = typed.strip();
    if (field.type() == CoreType.CHECKBOX) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    if (text.isEmpty()) {
      return null;
    }
    return switch (field.type()) {
      case TEXT, LONGTEXT, URL, IDENTIFIER, ENUM, DATE, CHECKBOX -> TextNode.valueOf(text);
      case TAG -> tags(text);
      case INTEGER, NUMBER ->
          text.matches(pattern(field, language)) ? number(text, language) : TextNode.valueOf(text);
      case DATETIME -> TextNode.valueOf(inUtc(text));
    };
  }

  private static ArrayNode tags(String text) {
    ArrayNode tags = JsonNodeFactory.instance.arrayNode();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(tags::add);
    return tags;
  }

  /// How a number is written; empty for what is none.
  static String number(JsonNode value, Locale language) {
    return value.isNumber()
        ? value.decimalValue().toPlainString().replace('.', decimalMark(language))
        : "";
  }

  /// A number as it was written; the text itself, where it is none.
  static JsonNode number(String text, Locale language) {
    if (!text.matches(pattern(language))) {
      return TextNode.valueOf(text);
    }
    BigDecimal number = new BigDecimal(text.replace(decimalMark(language), '.'));
    return number.scale() == 0 && number.abs().compareTo(LARGEST) <= 0
        ? LongNode.valueOf(number.longValueExact())
        : DecimalNode.valueOf(number);
  }

  /// What a field's number looks like.
  static String pattern(SchemaField field, Locale language) {
    return field.type() == CoreType.INTEGER ? WHOLE : pattern(language);
  }

  private static String pattern(Locale language) {
    return WHOLE + "([" + decimalMark(language) + "][0-9]{1,30})?";
  }

  private static char decimalMark(Locale language) {
    return DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
  }

  private static String inUtc(String text) {
    var local = LOCAL_TIME.matcher(text);
    if (!local.matches()) {
      return text;
    }
    String seconds = local.group(3) == null ? ":00" : local.group(3);
    return local.group(1) + "T" + local.group(2) + seconds + "Z";
  }
}
