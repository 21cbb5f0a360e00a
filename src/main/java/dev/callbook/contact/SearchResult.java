package dev.callbook.contact;

import java.util.List;

/// What a search found.
///
/// @param hits each contact once, the best first
/// @param isComplete false if there may be more: the page is full, or so much begins like this that
///   the search was cut short. More letters help
public record SearchResult(List<SearchHit> hits, boolean isComplete) {
  static final SearchResult NONE = new SearchResult(List.of(), true);

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
