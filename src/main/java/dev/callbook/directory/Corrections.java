package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Guesses what words were meant for that no name has: a letter or two wrong, or one word typed as
/// two.
@ApplicationScoped
public class Corrections {
  private static final int MAX_CORRECTIONS = 5;
  private static final int MAX_JOINED = 3;

  private final Vocabulary vocabulary;

  Corrections(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// What may have been meant.
  ///
  /// @param corrected the word put right
  public record Correction(TypedWords words, String corrected) {}

  /// At most five, the likeliest first.
  public List<Correction> of(Scope scope, TypedWords words) {
    return Stream.concat(joined(words.all()), corrected(scope, words.all()))
        .limit(MAX_CORRECTIONS)
        .toList();
  }

  /// The typed words with two of them as one: `o brien`, `mc donald`.
  private static Stream<Correction> joined(List<String> words) {
    return IntStream.range(1, Math.min(words.size(), MAX_JOINED))
        .mapToObj(i -> {
          String one = words.get(i - 1) + words.get(i);
          List<String> meant = new ArrayList<>(words.subList(0, i - 1));
          meant.add(one);
          meant.addAll(words.subList(i + 1, words.size()));
          return new Correction(new TypedWords(meant), one);
        });
  }

  /// The typed words with all that can be put right, then with one of them; the nearest first.
  private Stream<Correction> corrected(Scope scope, List<String> words) {
    List<List<String>> near = near(scope, words);
    List<Correction> meant = new ArrayList<>();
    if (near.stream().filter(options -> !options.isEmpty()).count() > 1) {
      meant.add(allCorrected(words, near));
    }
    for (int i = 0; i < words.size(); i++) {
      for (String word : near.get(i)) {
        List<String> corrected = new ArrayList<>(words);
        corrected.set(i, word);
        meant.add(new Correction(new TypedWords(corrected), word));
      }
    }
    return meant.stream();
  }

  /// What each word may have been meant for: nothing if it is a word of names as it stands, unless
  /// all of them are.
  private List<List<String>> near(Scope scope, List<String> words) {
    List<Boolean> known =
        words.stream().map(word -> !vocabulary.completing(scope, word, 1).isEmpty()).toList();
    boolean areKnown = !known.contains(false);
    return IntStream.range(0, words.size())
        .mapToObj(i ->
            areKnown || !known.get(i)
                ? vocabulary.near(scope, words.get(i), MAX_CORRECTIONS / words.size() + 1)
                : List.<String>of())
        .toList();
  }

  private static Correction allCorrected(List<String> words, List<List<String>> near) {
    List<String> all =
        IntStream.range(0, words.size())
            .mapToObj(i -> near.get(i).isEmpty() ? words.get(i) : near.get(i).getFirst())
            .toList();
    return new Correction(
        new TypedWords(all), near.stream().flatMap(List::stream).findFirst().orElseThrow());
  }
}
