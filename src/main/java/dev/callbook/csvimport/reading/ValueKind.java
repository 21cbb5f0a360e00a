package dev.callbook.csvimport.reading;

import dev.callbook.phone.NumberKind;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the cells of a column look like, when its name does not tell.
enum ValueKind {
  EMAIL,
  MOBILE_PHONE,
  PHONE,
  URL,
  DATE,
  TEXT;

  private static final double MOST = 0.8;
  private static final Pattern EMAIL_FORM =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(?:\\.[^@\\s.]+)+");
  private static final Pattern URL_FORM =
      Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE_FORM =
      Pattern.compile(
          "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})(?:[T ].{0,30})?");

  /// Digits alone may be anybody's customer number; a number for the telephone shows by how it is
  /// written.
  private static final Pattern PHONE_FORM =
      Pattern.compile("(?:\\+|\\(|0)[\\d\\s()./-]{6,24}|\\d[\\d]*[\\s()./-][\\d\\s()./-]{5,24}");

  /// Looks at the cells that are not blank; at least one is needed.
  static ValueKind of(List<String> cells, PhoneNumbers numbers, Region region) {
    List<String> values =
        cells.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    if (mostAre(values, value -> EMAIL_FORM.matcher(value).matches())) {
      return EMAIL;
    }
    if (mostAre(values, value -> URL_FORM.matcher(value).matches())) {
      return URL;
    }
    if (mostAre(values, value -> DATE_FORM.matcher(value).matches())) {
      return DATE;
    }
    if (mostAre(values, value -> phone(value, numbers, region) != NumberKind.UNKNOWN)) {
      return mostAre(values, value -> phone(value, numbers, region) == NumberKind.MOBILE)
          ? MOBILE_PHONE
          : PHONE;
    }
    return TEXT;
  }

  private static boolean mostAre(List<String> values, Predicate<String> such) {
    return !values.isEmpty() && values.stream().filter(such).count() >= MOST * values.size();
  }

  private static NumberKind phone(String value, PhoneNumbers numbers, Region region) {
    return PHONE_FORM.matcher(value).matches()
            && numbers.parse(value, region) instanceof ParsedNumber.Full full
        ? full.kind()
        : NumberKind.UNKNOWN;
  }
}
