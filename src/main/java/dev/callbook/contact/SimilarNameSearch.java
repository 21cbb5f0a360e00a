package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.Corrections;
import dev.callbook.directory.Corrections.Correction;
import dev.callbook.directory.Marks;
import dev.callbook.directory.TypedWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Finds contacts by names with words nearly like those typed: a letter or two wrong, or one word
/// typed as two.
@ApplicationScoped
class SimilarNameSearch {
  private static final int SCAN = 1_500;
  private static final int MIN_SCAN = 50;

  private final NameSearchStore store;
  private final Corrections corrections;

  SimilarNameSearch(NameSearchStore store, Corrections corrections) {
    this.store = store;
    this.corrections = corrections;
  }

  /// For what the exact passes leave open, or, of several words, do not find at all.
  void search(Scope scope, TypedWords words, Ranking ranking) {
    if (ranking.isFull() || (words.size() > 1 && !ranking.isEmpty())) {
      return;
    }
    corrections.of(scope, words).stream()
        .takeWhile(_ -> !ranking.isFull())
        .forEach(meant -> search(scope, meant, ranking));
  }

  private void search(Scope scope, Correction meant, Ranking ranking) {
    TypedWords words = meant.words();
    List<Found> found = new ArrayList<>(store.named(scope, words.beginnings(), ranking.wanted()));
    if (words.size() > 1) {
      int share = Math.max(MIN_SCAN, SCAN / scope.divisions().size());
      Marks others = words.marksBeside(meant.corrected());
      found.addAll(store.namedWith(scope, meant.corrected(), others, share, ranking.wanted()));
    }
    found.forEach(
        one -> ranking.add(one.contact(), Reason.SIMILAR_NAME, words.matchedIn(one.text())));
  }
}
