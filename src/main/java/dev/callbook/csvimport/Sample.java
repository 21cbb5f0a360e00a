package dev.callbook.csvimport;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The first records of a file that a run would change, and the first that it would add. Holds no
/// more of them than are shown; safe for many threads.
///
/// @param <G> the rows that mean one
final class Sample<G> {
  static final int SIZE = 20;

  private final Part<G> changed = new Part<>();
  private final Part<G> added = new Part<>();

  void takeChange(long firstRow, G group) {
    changed.offer(firstRow, group);
  }

  void takeAddition(long firstRow, G group) {
    added.offer(firstRow, group);
  }

  /// Whether an addition by this row or a later one would be among the first.
  boolean wantsAdditions(long row) {
    return added.wants(row);
  }

  List<G> all() {
    return Stream.concat(changed.all().stream(), added.all().stream()).toList();
  }

  private static final class Part<G> {
    private final TreeMap<Long, G> first = new TreeMap<>();

    synchronized void offer(long row, G group) {
      if (wants(row)) {
        first.put(row, group);
        if (first.size() > SIZE) {
          first.pollLastEntry();
        }
      }
    }

    synchronized boolean wants(long row) {
      return first.size() < SIZE || row < first.lastKey();
    }

    synchronized List<G> all() {
      return List.copyOf(first.values());
    }
  }
}
