package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words that occur in names, for finding what was meant when a word is mistyped or not
/// finished.
@ApplicationScoped
public class Vocabulary {
  private final VocabularyStore store;

  Vocabulary(VocabularyStore store) {
    this.store = store;
  }

  /// Notes words of names just written; those already known cost next to nothing.
  public void note(Scope scope, Collection<String> words) {
    if (!words.isEmpty()) {
      store.add(scope, words);
    }
  }

  /// Notes the words of names just changed, and drops those of the names they had before.
  public void replace(Scope scope, Set<String> before, Set<String> after) {
    note(scope, after.stream().filter(word -> !before.contains(word)).toList());
    forget(scope, before.stream().filter(word -> !after.contains(word)).toList());
  }

  /// Drops those of the words that no name has any more: a rare name must not outlive its bearer.
  ///
  /// A name written at the same moment may lose its word; it is found all the same, only not when
  /// mistyped, until it is written again.
  public void forget(Scope scope, Collection<String> words) {
    if (!words.isEmpty()) {
      store.removeUnused(scope, words);
    }
  }

  /// As [#forget], of the next of all the words there are: after thousands of names have gone.
  ///
  /// @param after the last that was looked at; empty for the first
  /// @return the last of these; empty where there are no more
  public Optional<String> forgetUnused(Scope scope, String after, int maxWords) {
    List<String> page = store.after(scope, after, maxWords);
    forget(scope, page);
    return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
  }

  /// How many words there are.
  public long count(Scope scope) {
    return store.count(scope);
  }

  /// The words that `beginning` begins, itself among them if it is one; in their order.
  public List<String> completing(Scope scope, String beginning, int maxWords) {
    return store.completing(scope, beginning, maxWords);
  }

  /// The words that `typed` may have been meant for, the nearest first; `typed` itself is not among
  /// them.
  public List<String> near(Scope scope, String typed, int maxWords) {
    if (!Spelling.isCorrectable(typed)) {
      return List.of();
    }
    return store.neighbours(scope, typed).stream()
        .filter(word -> !word.startsWith(typed))
        .filter(word -> Spelling.errors(typed, word) <= Spelling.forgiven(typed))
        .sorted(
            Comparator.comparingInt((String word) -> Spelling.errors(typed, word))
                .thenComparingInt(word -> Math.abs(word.length() - typed.length()))
                .thenComparing(Comparator.naturalOrder()))
        .limit(maxWords)
        .toList();
  }
}
