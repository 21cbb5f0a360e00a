package dev.callbook.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was typed, looked at once.
///
/// @param cleaned without invisible characters (address books paste them); every other character as
///   it was
/// @param digits its digits of any script, as 0 to 9
/// @param plus whether a `+` comes before the first digit
/// @param plain whether it is digits and the usual separators only, so that `plus` and `digits`
///   tell everything
record NumberText(String cleaned, String digits, boolean plus, boolean plain) {
  static NumberText of(String typed) {
    StringBuilder cleaned = new StringBuilder(typed.length());
    StringBuilder digits = new StringBuilder(typed.length());
    boolean plus = false;
    boolean plain = true;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      cleaned.append(c);
      int digit = c < 128 ? asciiDigit(c) : Character.digit(c, 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      } else if (isPlus(c)) {
        plain &= !plus && digits.isEmpty();
        plus |= digits.isEmpty();
      } else {
        plain &= isSeparator(c);
      }
    }
    return new NumberText(cleaned.toString(), digits.toString(), plus, plain);
  }

  /// A number in ordinary spelling, and the extension written behind it.
  record Extended(NumberText number, String extension) {}

  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?:;ext=|,,|#|[ ,]*(?:ext(?:n|ension)?|x)[.:]?) *(\\d{1,7})#?",
          Pattern.CASE_INSENSITIVE);

  /// Takes off an extension in one of the usual forms: `x45`, `ext. 45`, `;ext=45`, `,,45#`; null
  /// if there is none.
  @Nullable Extended extended() {
    int end = 0;
    while (end < cleaned.length() && !startsExtension(cleaned.charAt(end))) {
      end++;
    }
    Matcher extension = EXTENSION.matcher(cleaned).region(end, cleaned.length());
    if (end == cleaned.length() || !extension.matches()) {
      return null;
    }
    NumberText number = of(cleaned.substring(0, end));
    return number.plain && !number.digits.isEmpty()
        ? new Extended(number, extension.group(1))
        : null;
  }

  private static boolean startsExtension(char c) {
    return c == ';' || c == ',' || c == '#' || Character.isLetter(c);
  }

  /// What stands before the first letter; everything if there is none.
  String beforeLetters() {
    int end = 0;
    while (end < cleaned.length() && !Character.isLetter(cleaned.charAt(end))) {
      end++;
    }
    return cleaned.substring(0, end);
  }

  /// What stands between a word in front and the next letter: the number in `Tel. 030 123456
  /// (office)`.
  String withoutWords() {
    int start = 0;
    while (start < cleaned.length() && !startsNumber(cleaned.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < cleaned.length() && !Character.isLetter(cleaned.charAt(end))) {
      end++;
    }
    return cleaned.substring(start, end);
  }

  private static boolean startsNumber(char c) {
    return isPlus(c) || Character.isDigit(c);
  }

  boolean hasLetters() {
    return beforeLetters().length() < cleaned.length();
  }

  private static int asciiDigit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  private static boolean isPlus(char c) {
    return c == '+' || c == '\uFF0B';
  }

  private static boolean isInvisible(char c) {
    return c >= 128 && Character.getType(c) == Character.FORMAT;
  }

  private static boolean isSeparator(char c) {
    return switch (c) {
      case ' ', '-', '.', '/', '(', ')', '\t', '\u00B7', '\uFF08', '\uFF09' -> true;
      default ->
          c >= 128
              && (Character.getType(c) == Character.DASH_PUNCTUATION || Character.isSpaceChar(c));
    };
  }
}
