package dev.callbook.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a JSON body, in words that name the field and never repeat its value.
public final class JsonErrors {
  private JsonErrors() {}

  /// A Jackson fault as a refusal.
  public static Refusal refusal(JsonProcessingException fault) {
    if (fault instanceof JsonMappingException mapping) {
      for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
        if (cause instanceof Refusal refusal) {
          return refusal;
        }
      }
      String field = path(mapping.getPath());
      if (isTwice(mapping.getCause())) {
        return twice(field);
      }
      if (mapping instanceof MismatchedInputException mismatch) {
        return new Invalid(field, "wrong.type", field + " must be " + wanted(mismatch) + ".");
      }
      return new Invalid(field, "invalid.value", field + " cannot be read.");
    }
    if (isTwice(fault)) {
      return twice("body");
    }
    var where = fault.getLocation();
    String at =
        where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    return new Invalid(
        "body", "invalid.value", "The body is not JSON: it breaks off or goes wrong" + at + ".");
  }

  /// Only the parser's message tells.
  private static boolean isTwice(@Nullable Throwable fault) {
    return fault instanceof JsonParseException parse
        && String.valueOf(parse.getOriginalMessage()).startsWith("Duplicate field");
  }

  private static Invalid twice(String field) {
    return new Invalid(field, "invalid.value", field + " holds a field twice.");
  }

  private static String wanted(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "of another type";
    }
    if (mismatch instanceof InvalidFormatException && type.isEnum()) {
      return "one of "
          + String.join(
              ", ", List.of(type.getEnumConstants()).stream().map(Object::toString).toList());
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a whole number";
    }
    if (java.time.Instant.class.isAssignableFrom(type)) {
      return "a date such as 2026-01-31T08:00:00.000Z";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  /// `phoneNumbers[1].display`; `body` for the whole.
  static String path(List<JsonMappingException.Reference> path) {
    StringBuilder text = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return text.isEmpty() ? "body" : text.toString();
  }
}
