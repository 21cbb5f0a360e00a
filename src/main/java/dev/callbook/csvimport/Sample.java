package dev.callbook.csvimport;

import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Groups.Outcome;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The first contacts of a file that a run would change, and the first that it would add. Holds no
/// more than it is asked for; safe for many threads.
final class Sample {
  static final int SIZE = 20;

  private final Part changed = new Part();
  private final Part added = new Part();

  void take(Outcome outcome) {
    if (outcome.isAddition()) {
      added.offer(outcome.group());
    } else if (outcome.isChange()) {
      changed.offer(outcome.group());
    }
  }

  /// Whether an addition by this row or a later one would be among the first.
  boolean wantsAdditions(long row) {
    return added.wants(row);
  }

  /// @param fresh each adds somebody; in the order of their rows
  void takeAdditions(List<RowDraft> fresh) {
    fresh.stream()
        .limit(SIZE)
        .forEach(draft -> added.offer(new Group(draft.row(), null, List.of(draft))));
  }

  List<Group> all() {
    return Stream.concat(changed.all().stream(), added.all().stream()).toList();
  }

  private static final class Part {
    private final TreeMap<Long, Group> first = new TreeMap<>();

    synchronized void offer(Group group) {
      if (wants(group.firstRow())) {
        first.put(group.firstRow(), group);
        if (first.size() > SIZE) {
          first.pollLastEntry();
        }
      }
    }

    synchronized boolean wants(long row) {
      return first.size() < SIZE || row < first.lastKey();
    }

    synchronized List<Group> all() {
      return List.copyOf(first.values());
    }
  }
}
