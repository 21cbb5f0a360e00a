package dev.callbook.platform;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Makes the ids of all records: UUID version 7, so that they sort by creation and stay together in
/// an index.
///
/// Ids of one process increase strictly, also within a millisecond and when the clock steps back a
/// little. Source: RFC 9562, section 5.7.
@Singleton
public class Ids {
  private final TimeOrderedEpochFactory factory;

  public Ids(Clock clock) {
    this.factory = TimeOrderedEpochFactory.builder().withClock(clock).build();
  }

  public UUID next() {
    return factory.create();
  }

  /// The lowest id of a moment: what was made before it has lower ids.
  ///
  /// @param at since 1970
  public static UUID lowestAt(Instant at) {
    return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }
}
