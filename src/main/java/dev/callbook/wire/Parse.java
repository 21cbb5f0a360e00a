package dev.callbook.wire;

import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the loose strings of URLs. Whatever is malformed is refused with the parameter's name.
public final class Parse {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Parse() {}

  /// @throws Invalid unless `text` is a UUID in its full, hyphenated form
  public static UUID id(String field, String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new Invalid(field, "invalid.value", field + " is not an id: a UUID is needed.");
    }
    return UUID.fromString(text);
  }

  /// Array parameters arrive repeated, joined by commas, or both. Empty items are absent.
  public static List<String> list(@Nullable List<String> values) {
    return values == null
        ? List.of()
        : values.stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .toList();
  }

  /// @throws Invalid unless `text` is absent, empty or a whole number from `least` to `most`
  public static int number(String field, @Nullable String text, int absent, int least, int most) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      // falls through to the same refusal
    }
    throw new Invalid(
        field,
        "invalid.value",
        field + " must be a whole number from " + least + " to " + most + ".",
        new Problem.OutOfRange(least, most));
  }

  /// @return false where `text` is absent or empty
  /// @throws Invalid unless it is `true` or `false`
  public static boolean flag(String field, @Nullable String text) {
    if (isAbsent(text)) {
      return false;
    }
    return switch (String.valueOf(text).strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Invalid(field, "invalid.value", field + " is true or false.");
    };
  }

  /// @throws Invalid if an item is none of `allowed`
  public static Set<String> expand(@Nullable List<String> values, Set<String> allowed) {
    List<String> items = list(values);
    for (String item : items) {
      if (!allowed.contains(item)) {
        throw new Invalid(
            "expand",
            "invalid.value",
            "expand knows " + String.join(", ", allowed.stream().sorted().toList()) + ".");
      }
    }
    return Set.copyOf(items);
  }

  /// @throws Invalid if `text` holds a NUL, which no stored text does
  public static String text(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Invalid(field, "invalid.value", field + " must not hold a NUL.");
    }
    return text;
  }

  /// Some clients send `q=` where they mean nothing.
  public static boolean isAbsent(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /// @throws Invalid naming `body` if there is none
  public static <T> T body(@Nullable T body) {
    if (body == null) {
      throw new Invalid("body", "required", "The request needs a body.");
    }
    return body;
  }
}
