package dev.callbook.directory;

import dev.callbook.platform.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Folded words from the search box, each finished or not, as names are compared with them.
///
/// @param all in the order they were typed; possibly none
public record TypedWords(List<String> all) {
  private static final int MAX_WORDS = 6;

  public TypedWords {
    all = List.copyOf(all);
  }

  /// The words of a text; at most six, for more make a search no sharper.
  public static TypedWords of(String text) {
    List<String> words = Folding.words(text);
    return new TypedWords(words.subList(0, Math.min(words.size(), MAX_WORDS)));
  }

  public int size() {
    return all.size();
  }

  /// How a key or a phrase begins that has the words next to each other, the one typed last
  /// unfinished or first.
  public List<String> beginnings() {
    String asTyped = Folding.join(all);
    if (all.size() < 2) {
      return List.of(asTyped);
    }
    List<String> turned = new ArrayList<>(all);
    turned.addFirst(turned.removeLast());
    return List.of(asTyped, Folding.join(turned));
  }

  /// The two words that the fewest names are likely to have, by their length.
  public List<String> anchors() {
    return all.stream()
        .distinct()
        .sorted(Comparator.comparingInt(TypedWords::sharpness).reversed())
        .limit(2)
        .toList();
  }

  /// What a name contains that has these words: see [Marks].
  public Marks marks() {
    return Marks.of(all);
  }

  /// As [#marks], of a name that is known to begin with one of the words.
  public Marks marksBeside(String word) {
    return Marks.of(all.stream().filter(other -> !other.equals(word)).toList());
  }

  private static int sharpness(String word) {
    return Folding.isUnspaced(word.codePointAt(0)) ? word.length() * 3 : word.length();
  }

  /// Whether each is a word of the name, finished.
  public boolean areWholeIn(String key) {
    String spaced = " " + key + " ";
    return all.stream().allMatch(word -> spaced.contains(" " + word + " "));
  }

  /// The words of the name that these begin.
  public String matchedIn(String key) {
    List<String> words = Arrays.asList(key.split(" ", -1));
    return all.stream()
        .map(typed ->
            words.stream().filter(word -> word.startsWith(typed)).findFirst().orElse(typed))
        .collect(Collectors.joining(" "));
  }
}
