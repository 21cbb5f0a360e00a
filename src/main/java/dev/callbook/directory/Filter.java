package dev.callbook.directory;

import java.time.Instant;
import java.util.List;

/// Which records are meant: conditions on fields, combined.
///
/// @param <F> the fields there are
public sealed interface Filter<F extends Enum<F>> {
  /// Every part holds; without parts everything is meant.
  record AllOf<F extends Enum<F>>(List<Filter<F>> parts) implements Filter<F> {}

  /// At least one part holds.
  record AnyOf<F extends Enum<F>>(List<Filter<F>> parts) implements Filter<F> {}

  /// The part does not hold; so it is where the field is empty.
  record Not<F extends Enum<F>>(Filter<F> part) implements Filter<F> {}

  /// The field is one of the values.
  ///
  /// @param values as the database writes them
  record OneOf<F extends Enum<F>>(F field, List<String> values) implements Filter<F> {}

  /// The field is this moment, or later.
  record Since<F extends Enum<F>>(F field, Instant from) implements Filter<F> {}

  /// The field is this moment, or earlier.
  record Until<F extends Enum<F>>(F field, Instant to) implements Filter<F> {}

  static <F extends Enum<F>> Filter<F> everything() {
    return new AllOf<>(List.of());
  }
}
