package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.directory.Corrections;
import dev.callbook.directory.Marks;
import dev.callbook.directory.TypedWords;
import dev.callbook.organization.OrganizationSearchStore.Found;
import dev.callbook.organization.OrganizationSearchStore.Range;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Lists the organizations whose names have certain words, each finished or not, in any order, and
/// those of which the whole text is an identifier or a tag among the custom fields; if there are
/// none, those with words nearly so.
///
/// The list is in the order asked for, of the first thousand matches: whose names begin so come
/// first when there are more (docs/adr/0003-search.md).
@ApplicationScoped
class OrganizationSearch {
  private final OrganizationSearchStore store;
  private final Corrections corrections;

  OrganizationSearch(OrganizationSearchStore store, Corrections corrections) {
    this.store = store;
    this.corrections = corrections;
  }

  OrganizationPage list(Scope scope, OrganizationQuery query) {
    TypedWords words = TypedWords.of(query.q());
    Found found = store.list(scope, query, ranges(query.q(), words));
    if (found.isAny()) {
      return found.page();
    }
    return corrections.of(scope, words).stream()
        .map(meant -> store.list(scope, query, ranges(query.q(), meant.words())))
        .filter(Found::isAny)
        .findFirst()
        .orElse(found)
        .page();
  }

  private static List<Range> ranges(String q, TypedWords words) {
    if (words.size() == 0) {
      return List.of(new Range(Folding.key(q), Marks.NONE));
    }
    List<Range> ranges = new ArrayList<>();
    words.beginnings().forEach(beginning -> ranges.add(new Range(beginning, Marks.NONE)));
    if (words.size() > 1) {
      words.anchors().forEach(word -> ranges.add(new Range(word, words.marksBeside(word))));
    }
    return ranges;
  }
}
