package dev.callbook.csvimport;

import java.util.EnumMap;
import java.util.Map;

/// How many records have which outcome.
///
/// @param numbers without outcomes that none has
public record UndoCounts(Map<UndoOutcome, Long> numbers) {
  static final UndoCounts NONE = new UndoCounts(Map.of());

  public UndoCounts {
    numbers = Map.copyOf(numbers);
  }

  public long of(UndoOutcome outcome) {
    return numbers.getOrDefault(outcome, 0L);
  }

  UndoCounts plus(UndoCounts more) {
    Map<UndoOutcome, Long> sum = new EnumMap<>(UndoOutcome.class);
    sum.putAll(numbers);
    more.numbers().forEach((outcome, number) -> sum.merge(outcome, number, Long::sum));
    return new UndoCounts(sum);
  }

  /// Whether nothing at all would be, or was, taken back.
  public boolean isNothing() {
    return of(UndoOutcome.REMOVED)
            + of(UndoOutcome.RESTORED)
            + of(UndoOutcome.PARTLY)
            + of(UndoOutcome.PARTED)
            + of(UndoOutcome.ORGANIZATION_REMOVED)
            + of(UndoOutcome.ORGANIZATION_RESTORED)
            + of(UndoOutcome.ORGANIZATION_PARTLY)
        == 0;
  }

  /// How many records the list of what is not as it was before has.
  public long listed() {
    return of(UndoOutcome.PARTLY)
        + of(UndoOutcome.KEPT)
        + of(UndoOutcome.GONE)
        + of(UndoOutcome.STILL_MERGED)
        + of(UndoOutcome.ORGANIZATION_PARTLY)
        + of(UndoOutcome.ORGANIZATION_KEPT);
  }
}
