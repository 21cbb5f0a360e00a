package dev.callbook.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings names to the one form in which they are sorted and searched: lower case, without accents,
/// words parted by one blank. Writers and searchers use the same code.
public final class Folding {
  private static final int MAX_KEY = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}@._+-]+");

  private Folding() {}

  /// @return at most 200 characters
  public static String key(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    String key = GAPS.matcher(letters(plain)).replaceAll(" ").strip();
    return key.length() <= MAX_KEY ? key : key.substring(0, MAX_KEY);
  }

  private static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'æ' -> out.append("ae");
        case 'œ' -> out.append("oe");
        case 'ø' -> out.append('o');
        case 'đ', 'ð' -> out.append('d');
        case 'ł' -> out.append('l');
        case 'þ' -> out.append("th");
        case 'ı' -> out.append('i');
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
