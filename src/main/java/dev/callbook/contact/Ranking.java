package dev.callbook.contact;

import dev.callbook.contact.SearchHit.Reason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the hits of one search: each contact once, for its best reason, the best first and
/// otherwise as they came.
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

  boolean isFull() {
    return hits.size() > maxRows;
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  void add(ContactId contact, Reason reason, String matched) {
    hits.merge(
        contact,
        new SearchHit(contact, reason, matched),
        (known, fresh) -> fresh.reason().compareTo(known.reason()) < 0 ? fresh : known);
  }

  /// Notes that there may be more which this search did not look at.
  void cutShort() {
    cutShort = true;
  }

  SearchResult result() {
    return new SearchResult(
        hits.values().stream()
            .sorted(Comparator.comparing(SearchHit::reason))
            .limit(maxRows)
            .toList(),
        !cutShort && !isFull());
  }
}
