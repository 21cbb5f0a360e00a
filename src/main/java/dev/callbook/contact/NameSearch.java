package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.TypedWords;
import dev.callbook.directory.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds contacts by the words of their names, each typed word finished or not, in any order.
@ApplicationScoped
class NameSearch {
  /// Names read while looking for those that have the other words too, of each kind of key.
  private static final int SCAN = 1_500;

  /// The same, if nobody was found by then. If words occur independently, 20 names with both are
  /// met after the square root of 20 times the directory's size: 14,000 names in ten million.
  private static final int DEEP_SCAN = 14_000;

  /// What a division gets is its share, but no less than this.
  private static final int MIN_SCAN = 50;

  /// Index ranges that one search may try on behalf of a word that is not finished.
  private static final int PROBES = 500;

  private static final int MIN_COMPLETIONS = 4;

  private final NameSearchStore store;
  private final Vocabulary vocabulary;

  NameSearch(NameSearchStore store, Vocabulary vocabulary) {
    this.store = store;
    this.vocabulary = vocabulary;
  }

  /// First the names that have the words next to each other, then those that have them anywhere.
  void search(Scope scope, TypedWords words, Ranking ranking) {
    if (words.size() == 0) {
      return;
    }
    int before = ranking.size();
    add(ranking, words, store.named(scope, words.beginnings(), ranking.wanted()));
    if (words.size() == 1 || ranking.isFull()) {
      return;
    }
    List<String> completed = completed(scope, words);
    if (!completed.isEmpty()) {
      add(ranking, words, store.named(scope, completed, ranking.wanted()));
    }
    for (int depth : new int[] {SCAN, DEEP_SCAN}) {
      for (String anchor : words.anchors()) {
        if (ranking.isFull() || scan(scope, words, anchor, depth, ranking)) {
          return;
        }
      }
      if (ranking.size() > before) {
        break;
      }
    }
    ranking.cutShort();
  }

  /// How keys begin in which a word that completes one of two typed words stands before the other:
  /// `smith jo`, `smitt jo` for `jo smi`. Of the two, the one that fewer words complete; nothing if
  /// too many do, for then the names that begin so are read instead.
  private List<String> completed(Scope scope, TypedWords words) {
    if (words.size() != 2) {
      return List.of();
    }
    int most = Math.max(MIN_COMPLETIONS, PROBES / scope.divisions().size());
    String first = words.all().getFirst();
    String last = words.all().getLast();
    return Stream.of(
            completed(vocabulary.completing(scope, first, most + 1), last),
            completed(vocabulary.completing(scope, last, most + 1), first))
        .filter(beginnings -> beginnings.size() <= most)
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static List<String> completed(List<String> completions, String next) {
    return completions.stream()
        .map(word -> new TypedWords(List.of(word, next)).beginnings().getFirst())
        .toList();
  }

  /// Reads names that begin with `anchor` for those that have the other words.
  ///
  /// @return whether all of them were read
  private boolean scan(Scope scope, TypedWords words, String anchor, int depth, Ranking ranking) {
    int share = Math.max(MIN_SCAN, depth / scope.divisions().size());
    add(
        ranking,
        words,
        store.namedWith(scope, anchor, words.marksBeside(anchor), share, ranking.wanted()));
    return !ranking.isFull() && !store.isCommon(scope, anchor, share);
  }

  private static void add(Ranking ranking, TypedWords words, List<Found> found) {
    for (Found one : found) {
      ranking.add(
          one.contact(),
          words.areWholeIn(one.text()) ? Reason.NAME : Reason.NAME_BEGINNING,
          words.matchedIn(one.text()));
    }
  }
}
