package dev.callbook.export;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the values of conditions are written, and what the database calls them.
final class ExportValues {
  private static final int LAST_YEAR = 9_999;

  private ExportValues() {}

  /// From the wire's text to the database's.
  interface Value {
    /// @throws Invalid naming `where`
    String read(Scope scope, String where, String text);
  }

  static String id(Scope scope, String where, String text) {
    return Parse.id(where, text.strip()).toString();
  }

  static String number(Scope scope, String where, String text) {
    return String.valueOf(Parse.number(where, text, 0, 1, Integer.MAX_VALUE));
  }

  /// `*` is the starred division here, not all of them.
  static String division(Scope scope, String where, String text) {
    return scope.divisions().stream()
        .filter(division -> division.wireId().equalsIgnoreCase(text.strip()))
        .findFirst()
        .map(Division::id)
        .map(id -> id.value().toString())
        .orElseThrow(() ->
            new Invalid(where, "unknown", "There is no such division, or you may not see it."));
  }

  /// One of a few words, whatever their case.
  static Value word(String... words) {
    return (_, where, text) ->
        Arrays.stream(words)
            .filter(word -> word.equalsIgnoreCase(text.strip()))
            .findFirst()
            .orElseThrow(() ->
                new Invalid(
                    where,
                    "invalid.value",
                    "The value must be one of " + String.join(", ", words) + "."));
  }

  static String present(String where, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new Invalid(where, "required", "A condition needs a value.");
    }
    return text;
  }

  static Instant moment(String where, String text) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text.strip().toUpperCase(Locale.ROOT));
      if (moment.getYear() > 0 && moment.getYear() <= LAST_YEAR) {
        return moment.toInstant();
      }
    } catch (DateTimeException malformed) {
      // falls through to the same refusal
    }
    throw new Invalid(
        where, "invalid.value", "The value must be a date such as 2026-01-31T08:00:00.000Z.");
  }
}
