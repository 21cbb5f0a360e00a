package dev.callbook.directory;

/// Texts that spreadsheet programs leave alone.
///
/// They take a text for a formula that begins with `=`, `+`, `-`, `@`, a tab or a carriage return.
/// Such a text gets an apostrophe in front, and so does one that begins with an apostrophe: whoever
/// takes one off wherever there is one has the text again. Telephone numbers, a plus with nothing
/// but digits and blanks behind it, stay as they are.
public final class HarmlessText {
  private HarmlessText() {}

  public static String of(String text) {
    if (text.isEmpty()) {
      return text;
    }
    return switch (text.charAt(0)) {
      case '=', '-', '@', '\t', '\r', '\'' -> "'" + text;
      case '+' -> isNumber(text) ? text : "'" + text;
      default -> text;
    };
  }

  /// The text that [#of] made harmless.
  public static String original(String harmless) {
    boolean isMarked =
        harmless.length() > 1
            && harmless.charAt(0) == '\''
            && "=-@\t\r'+".indexOf(harmless.charAt(1)) >= 0;
    return isMarked ? harmless.substring(1) : harmless;
  }

  private static boolean isNumber(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}
