package dev.callbook.directory;

import dev.callbook.platform.Folding;
import java.util.List;

/// Up to three texts that a name must contain, each empty if anything will do: ` ru` for a word
/// that begins with ru. What is compared begins with a space or with a word that is known.
public record Marks(String one, String two, String three) {
  public static final Marks NONE = new Marks("", "", "");

  public static Marks of(List<String> words) {
    return new Marks(mark(words, 0), mark(words, 1), mark(words, 2));
  }

  private static String mark(List<String> words, int index) {
    if (words.size() <= index) {
      return "";
    }
    String word = words.get(index);
    // Words of some scripts follow each other without a space.
    return Folding.isUnspaced(word.codePointAt(0)) ? word : " " + word;
  }
}
