package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one value by its field and brings it into the form it is kept in: texts without blanks
/// around them, whole numbers without a fraction, times in UTC. Null for a value that is nothing.
final class ValueChecks {
  static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  static final String DATETIME =
      DATE + "T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,3})?(?:Z|[+-]\\d{2}:?\\d{2})";

  private static final Pattern DATE_FORM = Pattern.compile(DATE);
  private static final Pattern DATETIME_FORM = Pattern.compile(DATETIME);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Checks checks;
  private final String name;
  private final SchemaField field;

  private ValueChecks(Checks checks, String name, SchemaField field) {
    this.checks = checks;
    this.name = name;
    this.field = field;
  }

  /// @param name as refusals call it: `customFields.tier_enum`
  static @Nullable JsonNode read(Checks checks, String name, SchemaField field, JsonNode sent) {
    return sent.isNull() ? null : new ValueChecks(checks, name, field).read(sent);
  }

  private @Nullable JsonNode read(JsonNode sent) {
    return switch (field.type()) {
      case TEXT, LONGTEXT, IDENTIFIER -> text(sent);
      case URL -> url(sent);
      case ENUM -> option(sent);
      case TAG -> tags(sent);
      case INTEGER -> integer(sent);
      case NUMBER -> number(sent);
      case DATE -> date(sent);
      case DATETIME -> datetime(sent);
      case CHECKBOX -> sent.isBoolean() ? sent : wrongType(sent, "true or false");
    };
  }

  private @Nullable JsonNode text(JsonNode sent) {
    return sent.isTextual() ? text(name, sent.asText()) : wrongType(sent, "a text");
  }

  private @Nullable JsonNode text(String place, String sent) {
    String text = checks.text(place, sent, field.maxLength());
    if (text == null) {
      return null;
    }
    if (text.length() < field.minLength()) {
      checks.note(
          place,
          "too.short",
          place + " needs " + field.minLength() + " characters; " + text.length() + " were sent.",
          new Problem.TooShort(field.minLength()));
    }
    return TextNode.valueOf(text);
  }

  private @Nullable JsonNode url(JsonNode sent) {
    JsonNode text = text(sent);
    if (text != null && text.isTextual()) {
      checks.url(name, text.asText(), Integer.MAX_VALUE);
    }
    return text;
  }

  private @Nullable JsonNode option(JsonNode sent) {
    if (!sent.isTextual()) {
      return wrongType(sent, "a text");
    }
    String text = sent.asText().strip();
    if (text.isEmpty()) {
      return null;
    }
    if (field.option(text).isEmpty()) {
      checks.note(
          name, "invalid.value", name + " is none of the field's options.", new Problem.NoOption());
    }
    return TextNode.valueOf(text);
  }

  private @Nullable JsonNode tags(JsonNode sent) {
    if (!sent.isArray()) {
      return wrongType(sent, "a list of texts");
    }
    ArrayNode tags = JsonNodeFactory.instance.arrayNode();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String place = name + "[" + i + "]";
      JsonNode tag = sent.get(i);
      if (!tag.isTextual()) {
        checks.note(place, "wrong.type", place + " must be a text.");
        continue;
      }
      JsonNode tidy = text(place, tag.asText());
      if (tidy != null) {
        tags.add(tidy);
        if (!seen.add(tidy.asText()) && field.uniqueItems()) {
          checks.note(
              place, "invalid.value", place + " stands there twice.", new Problem.Repeated());
        }
      }
    }
    if (tags.size() > field.maxItems()) {
      checks.note(
          name,
          "too.many",
          name + " may hold " + field.maxItems() + " tags; " + tags.size() + " were sent.",
          new Problem.TooMany(field.maxItems()));
    } else if (!tags.isEmpty() && tags.size() < field.minItems()) {
      checks.note(
          name,
          "too.few",
          name + " needs " + field.minItems() + " tags; " + tags.size() + " were sent.",
          new Problem.TooFew(field.minItems()));
    }
    return tags.isEmpty() ? null : tags;
  }

  private JsonNode integer(JsonNode sent) {
    if (!isFinite(sent) || sent.decimalValue().stripTrailingZeros().scale() > 0) {
      return noNumber(sent, "a whole number");
    }
    return bounded(sent);
  }

  private JsonNode number(JsonNode sent) {
    return isFinite(sent) ? bounded(sent) : noNumber(sent, "a number");
  }

  private static boolean isFinite(JsonNode sent) {
    return sent.isNumber() && Double.isFinite(sent.doubleValue());
  }

  private JsonNode bounded(JsonNode sent) {
    BigDecimal value = sent.decimalValue();
    if (value.compareTo(field.minimum()) < 0 || value.compareTo(field.maximum()) > 0) {
      checks.note(
          name,
          "invalid.value",
          name
              + " must be from "
              + field.minimum().toPlainString()
              + " to "
              + field.maximum().toPlainString()
              + ".",
          new Problem.NoSuchNumber());
      return sent;
    }
    return value.stripTrailingZeros().scale() > 0
        ? DoubleNode.valueOf(value.doubleValue())
        : whole(value.longValueExact());
  }

  /// As a parser makes it, so that what was stored equals what is sent again.
  private static JsonNode whole(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private @Nullable JsonNode date(JsonNode sent) {
    if (!sent.isTextual()) {
      return wrongType(sent, "a date");
    }
    String text = sent.asText().strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!isDate(text)) {
      checks.note(
          name,
          "invalid.value",
          name + " must be a date of the calendar, as 2026-03-31.",
          new Problem.NoDate());
    }
    return TextNode.valueOf(text);
  }

  private static boolean isDate(String text) {
    try {
      return DATE_FORM.matcher(text).matches() && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private @Nullable JsonNode datetime(JsonNode sent) {
    if (!sent.isTextual()) {
      return wrongType(sent, "a date and time");
    }
    String text = sent.asText().strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (DATETIME_FORM.matcher(text).matches()) {
        String spelt = text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        return TextNode.valueOf(UTC.format(OffsetDateTime.parse(spelt)));
      }
    } catch (DateTimeException none) {
      // falls through to the same refusal
    }
    checks.note(
        name,
        "invalid.value",
        name + " must be a date and time with an offset, as 2026-03-31T12:30:00.000Z.",
        new Problem.NoTime());
    return sent;
  }

  private JsonNode noNumber(JsonNode sent, String wanted) {
    checks.note(name, "wrong.type", name + " must be " + wanted + ".", new Problem.NoSuchNumber());
    return sent;
  }

  private JsonNode wrongType(JsonNode sent, String wanted) {
    checks.note(name, "wrong.type", name + " must be " + wanted + ".");
    return sent;
  }
}
