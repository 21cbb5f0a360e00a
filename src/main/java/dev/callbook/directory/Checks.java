package dev.callbook.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one record, tidies them, and collects every rule that is broken.
///
/// The same object serves a form, a JSON body and an import row, so that all three refuse alike.
public final class Checks {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@\"(),:;<>\\[\\\\\\]]+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)*[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?");
  private static final Set<String> WEB = Set.of("http", "https");

  private final List<FieldError> errors = new ArrayList<>();

  /// @return the text without blanks around it and without NULs; null if nothing is left
  public @Nullable String text(String field, @Nullable String value, int maxLength) {
    if (value == null) {
      return null;
    }
    String text = value.indexOf('\0') < 0 ? value.strip() : value.replace("\0", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > maxLength) {
      errors.add(
          new FieldError(
              field,
              "too.long",
              field + " may hold " + maxLength + " characters; " + text.length() + " were sent.",
              new Problem.TooLong(maxLength, text.length())));
    }
    return text;
  }

  /// @return as [#text]; a missing one is noted as `required`
  public @Nullable String required(
      String field, @Nullable String value, int maxLength, String message) {
    String text = text(field, value, maxLength);
    if (text == null) {
      errors.add(new FieldError(field, "required", message));
    }
    return text;
  }

  /// An e-mail address: one `@`, a name before it, a host after it; 256 characters.
  public @Nullable String email(String field, @Nullable String value) {
    String text = text(field, value, 256);
    if (text != null && !isPlainEmail(text) && !EMAIL.matcher(text).matches()) {
      note(
          field,
          "invalid.value",
          field + " is not an e-mail address such as ana@example.org.",
          new Problem.NoEmailAddress());
    }
    return text;
  }

  /// Whether it is an address of the common kind, which needs no pattern: ASCII letters, digits,
  /// dots, hyphens and underscores around one `@`. Imports ask this by the million.
  private static boolean isPlainEmail(String text) {
    int at = -1;
    boolean afterMark = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (c == '@' && at < 0 && i > 0) {
        at = i;
        afterMark = true;
      } else if (isWord || (at < 0 && (c == '.' || c == '-' || c == '_' || c == '+'))) {
        afterMark = false;
      } else if ((c == '.' || c == '-') && !afterMark) {
        afterMark = true;
      } else {
        return false;
      }
    }
    return at > 0 && !afterMark;
  }

  /// An http or https address with a host.
  public @Nullable String url(String field, @Nullable String value, int maxLength) {
    String text = text(field, value, maxLength);
    if (text != null && !isWebAddress(text)) {
      note(
          field,
          "invalid.value",
          field + " is not a web address: it must start with http:// or https://.",
          new Problem.NoWebAddress());
    }
    return text;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return scheme != null
          && WEB.contains(scheme.toLowerCase(java.util.Locale.ROOT))
          && uri.getHost() != null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /// @return the list, empty for null; more than `max` items are noted as `too.many`
  public <T> List<T> list(String field, @Nullable List<T> values, int max) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > max) {
      note(
          field,
          "too.many",
          field + " may hold " + max + " items; " + values.size() + " were sent.",
          new Problem.TooMany(max));
    }
    if (values.stream().anyMatch(Objects::isNull)) {
      note(field, "invalid.value", field + " must not hold null.");
      return List.of();
    }
    return values;
  }

  /// @return the values as they are; null if there are none
  public @Nullable ObjectNode fields(String field, @Nullable ObjectNode values) {
    if (values == null || values.isEmpty()) {
      return null;
    }
    if (holdsNul(values)) {
      note(field, "invalid.value", field + " must not hold a NUL.");
    }
    return values;
  }

  private static boolean holdsNul(JsonNode node) {
    return (node.isTextual() && node.asText().indexOf('\0') >= 0)
        || node.propertyStream().anyMatch(field -> field.getKey().indexOf('\0') >= 0)
        || node.valueStream().anyMatch(Checks::holdsNul);
  }

  /// Notes a broken rule.
  public void note(String field, String rule, String message) {
    errors.add(new FieldError(field, rule, message));
  }

  /// Notes a broken rule. @param problem what pages say it by
  public void note(String field, String rule, String message, Problem problem) {
    errors.add(new FieldError(field, rule, message, problem));
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /// @throws Invalid with everything that was noted
  public void refuseIfAny() {
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }
}
