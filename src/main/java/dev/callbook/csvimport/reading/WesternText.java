package dev.callbook.csvimport.reading;

/// Tells text that was really written in Windows-1252 from text in another eight-bit encoding that
/// merely decodes as it. Every byte but five is some character there, so Polish, Russian or Chinese
/// would come out as garbage, and nobody would know until a customer is greeted by it.
final class WesternText {
  /// Accented letters stand alone in western words, or in pairs such as `öß`; elsewhere whole words
  /// consist of them.
  private static final int LONG_RUN = 3;

  private static final double LONGEST_MEAN_RUN = 1.6;

  /// Below this many, a mean says nothing: a short file may hold `Größe` and nothing else.
  private static final int FEW = 8;

  private WesternText() {}

  /// Whether `text`, decoded as Windows-1252, looks as if somebody had written it.
  static boolean isPlausible(String text) {
    int foreign = 0;
    int runs = 0;
    int run = 0;
    int inLongRuns = 0;
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isForeign(text.charAt(i))) {
        foreign++;
        runs += run == 0 ? 1 : 0;
        run++;
        inLongRuns += run == LONG_RUN ? LONG_RUN : run > LONG_RUN ? 1 : 0;
      } else {
        run = 0;
      }
      odd += isOdd(before(text, i), text.charAt(i), after(text, i)) ? 1 : 0;
    }
    boolean longMean = foreign > FEW && foreign > LONGEST_MEAN_RUN * runs;
    return !longMean && (inLongRuns + odd) * 10 <= foreign;
  }

  /// Beyond ASCII, and none of the signs that stand beside letters anywhere: quotes, dashes, hard
  /// spaces.
  private static boolean isForeign(char c) {
    return switch (c) {
      case '\u00A0', '\u00AD', '\u00AB', '\u00BB' -> false;
      default -> c >= 128 && (c < '\u2000' || c > '\u206F');
    };
  }

  /// A sign where a letter must be: `Pawe³` is a Polish ł, `£ódź` a Polish Ł.
  private static boolean isOdd(char before, char c, char after) {
    boolean afterLetter = Character.isLetter(before);
    boolean beforeLetter = Character.isLetter(after);
    return switch (c) {
      // Apostrophes and what is typed for them, the Catalan dot, hyphens, dashes, ellipsis, hard
      // space.
      case '\u2018',
          '\u2019',
          '\u00B4',
          '\u00B7',
          '\u00AD',
          '\u2013',
          '\u2014',
          '\u2026',
          '\u00A0' ->
          false;
      case '\u00B3', '\u00B9' -> afterLetter && before != 'm';
      case '\u00BF' -> afterLetter;
      case '\u00A3', '\u00A5', '\u00BC', '\u00BE' -> beforeLetter;
      default -> c >= 128 && !Character.isLetter(c) && afterLetter && beforeLetter;
    };
  }

  private static char before(String text, int i) {
    return i == 0 ? ' ' : text.charAt(i - 1);
  }

  private static char after(String text, int i) {
    return i + 1 == text.length() ? ' ' : text.charAt(i + 1);
  }
}
