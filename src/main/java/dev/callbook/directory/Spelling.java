package dev.callbook.directory;

import dev.callbook.platform.Folding;
import java.util.Arrays;
import java.util.UUID;

/// When a typed word may be meant for a stored one: one letter wrong, missing, too many, or two
/// swapped; two such errors from the eighth letter on. A typed word may still be unfinished.
///
/// Near words are met through their neighbours: the first letters of a word, and the same with any
/// one letter left out. Two words within one error of each other share a neighbour.
public final class Spelling {
  /// Shorter words are taken as typed: nearly every short word is one letter from another.
  private static final int MIN_LENGTH = 4;

  private static final int MAX_LENGTH = 40;
  private static final int LENIENT_LENGTH = 8;
  private static final int COMPARED_LETTERS = 6;

  private Spelling() {}

  /// Whether errors in this folded word are looked for. Never in numbers, nor in scripts where a
  /// letter is a word.
  public static boolean isCorrectable(String word) {
    return word.length() >= MIN_LENGTH && isWord(word);
  }

  /// Whether this folded word is kept, to be found when it is not finished. Numbers are not, nor
  /// single letters, nor words of scripts where a letter is a word.
  static boolean isWord(String word) {
    return word.length() > 1
        && word.length() <= MAX_LENGTH
        && word.chars().allMatch(Character::isLetter)
        && !Folding.isUnspaced(word.codePointAt(0));
  }

  /// The numbers by which a word and its near words meet; each once, 5 to 7 of them, or none if the
  /// word is taken as typed.
  ///
  /// @param org mixed in, because one index serves all organizations of ours
  public static int[] neighbours(UUID org, String word) {
    if (!isCorrectable(word)) {
      return new int[0];
    }
    String start = word.substring(0, Math.min(word.length(), COMPARED_LETTERS));
    int seed = org.hashCode();
    int[] found = new int[start.length() + 1];
    found[start.length()] = seed ^ start.hashCode();
    for (int i = 0; i < start.length(); i++) {
      found[i] = seed ^ (start.substring(0, i) + start.substring(i + 1)).hashCode();
    }
    return Arrays.stream(found).distinct().toArray();
  }

  /// How many errors may be forgiven in a word of this length.
  public static int forgiven(String typed) {
    return typed.length() < LENIENT_LENGTH ? 1 : 2;
  }

  /// How many errors part `typed` from the nearest beginning of `stored`: letters wrong, missing,
  /// too many, or neighbours swapped.
  public static int errors(String typed, String stored) {
    int width = Math.min(stored.length(), typed.length() + forgiven(typed));
    int[] beforeLast = new int[width + 1];
    int[] last = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int[] row = new int[width + 1];
      row[0] = i;
      for (int j = 1; j <= width; j++) {
        boolean same = typed.charAt(i - 1) == stored.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && typed.charAt(i - 1) == stored.charAt(j - 2)
                && typed.charAt(i - 2) == stored.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return Arrays.stream(last).min().orElseThrow();
  }
}
