package dev.callbook.directory;

import dev.callbook.platform.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What search keeps of a name, so that each of its words can be found by its beginning. Single
/// writes and bulk derive it here alike.
///
/// @param nameKey as spoken: `ana maria ruiz gil`
/// @param surnameKey as lists sort it: `ruiz gil ana maria`; an organization's is its name key
/// @param phrases the name once more from each word that begins neither key: `maria ruiz gil ana`,
///   `gil ana maria ruiz`
/// @param words the distinct words worth finding when mistyped or not finished
public record SearchWords(
    String nameKey, String surnameKey, Set<String> phrases, Set<String> words) {
  /// Beyond the tenth word a name is a text; only its keys keep it.
  private static final int MAX_WORDS = 10;

  public static SearchWords ofPerson(
      @Nullable String firstName, @Nullable String middleName, @Nullable String lastName) {
    return of(chain(words(firstName), words(middleName)), words(lastName));
  }

  public static SearchWords ofOrganization(String name) {
    SearchWords found = of(words(name), List.of());
    String key = Folding.key(name);
    return new SearchWords(key, key, found.phrases(), found.words());
  }

  private static SearchWords of(List<String> given, List<String> family) {
    List<String> all = chain(given, family);
    Set<String> phrases = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(all.size(), MAX_WORDS); i++) {
      if (i > 0 && i != given.size()) {
        phrases.add(Folding.join(chain(all.subList(i, all.size()), all.subList(0, i))));
      }
      if (Spelling.isWord(all.get(i))) {
        words.add(all.get(i));
      }
    }
    return new SearchWords(Folding.join(all), Folding.join(chain(family, given)), phrases, words);
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : Folding.words(text);
  }

  private static List<String> chain(List<String> first, List<String> second) {
    if (first.isEmpty()) {
      return second;
    }
    List<String> chained = new ArrayList<>(first);
    chained.addAll(second);
    return chained;
  }
}
