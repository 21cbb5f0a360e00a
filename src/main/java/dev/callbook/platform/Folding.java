package dev.callbook.platform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One spelling for what people type and what is stored: lower case, no accents, no punctuation,
/// words apart by one space.
///
/// Writers and searchers fold alike, so a folded key compares byte by byte (`collate "C"`). Letters
/// are kept in their script; nothing is transliterated. `Łukasz Müller-Weiß` folds to `lukasz
/// muller weiss`, `O’Brien` to `obrien`, `ＡＢＣ` to `abc`.
public final class Folding {
  /// Longest key in characters; what is beyond neither sorts nor is found. A B-tree entry may hold
  /// 2,704 bytes.
  public static final int MAX_KEY = 100;

  private Folding() {}

  /// The words of `text`, folded, in their order; empty if it has no letter and no digit.
  public static List<String> words(String text) {
    return isPlain(text) ? plainWords(text) : foldedWords(text);
  }

  /// The words of `text` as one key; of a text without words, such as `***`, the text itself.
  public static String key(String text) {
    List<String> words = words(text);
    return words.isEmpty() ? cut(text.strip().toLowerCase(Locale.ROOT)) : join(words);
  }

  /// Folded words as one key of at most [#MAX_KEY] characters. Words of scripts written without
  /// spaces follow each other directly.
  public static String join(List<String> words) {
    if (words.size() == 1 && words.getFirst().length() <= MAX_KEY) {
      return words.getFirst();
    }
    var key = new StringBuilder();
    for (String word : words) {
      if (!key.isEmpty()
          && !(isUnspaced(key.codePointBefore(key.length())) && isUnspaced(word.codePointAt(0)))) {
        key.append(' ');
      }
      key.append(word);
    }
    return cut(key.toString());
  }

  /// Whether this script puts no space between the words of a name: Chinese, Japanese, Korean.
  public static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> codePoint == 'ー';
    };
  }

  private static String cut(String key) {
    if (key.length() <= MAX_KEY) {
      return key;
    }
    boolean halvesPair = Character.isHighSurrogate(key.charAt(MAX_KEY - 1));
    return key.substring(0, halvesPair ? MAX_KEY - 1 : MAX_KEY);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static List<String> plainWords(String text) {
    List<String> words = new ArrayList<>(4);
    var word = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        word.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        word.append((char) (c + ('a' - 'A')));
      } else if (c != '\'' && c != '`') {
        endWord(words, word);
      }
    }
    endWord(words, word);
    return words;
  }

  private static List<String> foldedWords(String text) {
    // NFKD would make a blank of the acute accent that stands for an apostrophe.
    String lower =
        Normalizer.normalize(text.replace('´', '\''), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    var bare = new StringBuilder(lower.length());
    // Lower case may compose or add marks (İ), so they are stripped after it; composing again keeps
    // Hangul and kana whole.
    lower.codePoints().filter(c -> !isAccent(c)).forEach(c -> appendPlainLetter(bare, c));
    List<String> words = new ArrayList<>(4);
    var word = new StringBuilder();
    Normalizer.normalize(bare, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || isMark(c)) {
            word.appendCodePoint(c);
          } else if (!isApostrophe(c)) {
            endWord(words, word);
          }
        });
    endWord(words, word);
    return words;
  }

  private static void endWord(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /// Marks that only decorate a letter. The vowel signs of Indic scripts and Thai, and the voicing
  /// marks of kana, are no decoration.
  private static boolean isAccent(int c) {
    if (Character.getType(c) != Character.NON_SPACING_MARK) {
      return c == 'ـ' || Character.getType(c) == Character.FORMAT;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case INHERITED -> c != '\u3099' && c != '\u309A';
      case ARABIC, HEBREW, CYRILLIC, GREEK, LATIN -> true;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '`' || c == '’' || c == '‘' || c == 'ʼ' || c == 'ʹ' || c == '′';
  }

  /// Letters that Unicode does not take apart, in the plain letters people type for them.
  private static void appendPlainLetter(StringBuilder text, int c) {
    switch (c) {
      case 'ß' -> text.append("ss");
      case 'æ' -> text.append("ae");
      case 'œ' -> text.append("oe");
      case 'þ' -> text.append("th");
      case 'ø' -> text.append('o');
      case 'ł' -> text.append('l');
      case 'đ', 'ð' -> text.append('d');
      case 'ħ' -> text.append('h');
      case 'ŧ' -> text.append('t');
      case 'ŋ' -> text.append('n');
      case 'ı' -> text.append('i');
      case 'ə' -> text.append('e');
      case 'ς' -> text.append('σ');
      case 'ى', 'ی' -> text.append('ي');
      case 'ک' -> text.append('ك');
      case 'ة' -> text.append('ه');
      default -> text.appendCodePoint(c);
    }
  }
}
