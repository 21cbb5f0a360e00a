package dev.callbook.csvimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What becomes of a batch of records, while it is found out.
final class UndoTally {
  private final Map<UndoOutcome, Long> numbers = new EnumMap<>(UndoOutcome.class);
  private final List<UndoItem> items = new ArrayList<>();

  /// Records that are as they were before the import.
  void add(UndoOutcome outcome, long number) {
    if (number > 0) {
      numbers.merge(outcome, number, Long::sum);
    }
  }

  /// A record that is not, to be listed.
  void add(UndoItem item) {
    add(item.outcome(), 1);
    items.add(item);
  }

  UndoCounts counts() {
    return new UndoCounts(numbers);
  }

  List<UndoItem> items() {
    return items;
  }
}
