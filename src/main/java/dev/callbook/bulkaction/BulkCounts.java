package dev.callbook.bulkaction;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// How many records have which outcome.
///
/// @param numbers without outcomes that none has
/// @param beside how many records beside them would change
record BulkCounts(Map<BulkOutcome, Long> numbers, long beside) {
  static final BulkCounts NONE = new BulkCounts(Map.of(), 0);

  long of(BulkOutcome outcome) {
    return numbers.getOrDefault(outcome, 0L);
  }

  /// All who are meant.
  long total() {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  BulkCounts plus(Collection<BulkOutcome> more) {
    Map<BulkOutcome, Long> sum = new EnumMap<>(BulkOutcome.class);
    sum.putAll(numbers);
    more.forEach(outcome -> sum.merge(outcome, 1L, Long::sum));
    return new BulkCounts(sum, beside);
  }

  BulkCounts plusBeside(long more) {
    return new BulkCounts(numbers, beside + more);
  }

  /// The same after as many records as there are `more` had another outcome.
  BulkCounts moved(BulkOutcome from, Collection<BulkOutcome> more) {
    Map<BulkOutcome, Long> sum = new EnumMap<>(BulkOutcome.class);
    sum.putAll(plus(more).numbers());
    sum.merge(from, (long) -more.size(), Long::sum);
    sum.values().removeIf(number -> number == 0);
    return new BulkCounts(sum, beside);
  }
}
