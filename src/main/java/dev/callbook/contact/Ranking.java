package dev.callbook.contact;

import dev.callbook.contact.SearchHit.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the hits of one search: each contact once, for the reason it was found by first, in the
/// order they come. A search for more rows begins with the same ones, so that pages follow each
/// other.
final class Ranking {
  private final int maxRows;
  private final Map<ContactId, SearchHit> hits = new LinkedHashMap<>();
  private boolean cutShort;

  Ranking(int maxRows) {
    this.maxRows = maxRows;
  }

  /// How many rows are worth asking for: one more than a page, to know whether it is the last.
  int wanted() {
    return maxRows + 1;
  }

  int size() {
    return hits.size();
  }

  boolean isFull() {
    return hits.size() > maxRows;
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  void add(ContactId contact, Reason reason, String matched) {
    hits.putIfAbsent(contact, new SearchHit(contact, reason, matched));
  }

  /// Notes that there may be more which this search did not look at.
  void cutShort() {
    cutShort = true;
  }

  SearchResult result() {
    return new SearchResult(hits.values().stream().limit(maxRows).toList(), !cutShort && !isFull());
  }
}
