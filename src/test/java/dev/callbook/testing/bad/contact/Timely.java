package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

@BadOnPurpose(breaks = "time_comes_from_the_clock")
record Timely(Instant at) {
  @BadOnPurpose(breaks = "time_comes_from_the_clock")
  record Now() {
    Instant at() {
      return Instant.now();
    }
  }

  @BadOnPurpose(breaks = "time_comes_from_the_clock")
  record OwnClock() {
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  @BadOnPurpose(breaks = "time_comes_from_the_clock")
  record Millis() {
    long at() {
      return System.currentTimeMillis();
    }
  }

  static List<Object> all() {
    return List.of(new Now(), new OwnClock(), new Millis(), dated());
  }

  @SuppressWarnings("JavaUtilDate") // the example
  private static Object dated() {
    return new Date();
  }
}
