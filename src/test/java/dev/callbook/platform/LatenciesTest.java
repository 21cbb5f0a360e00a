package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void nothing_took_no_time() {
    assertEquals(0, latencies.count());
    assertEquals(Duration.ZERO, latencies.within(0.99));
  }

  @Test
  void percentiles_are_at_most_a_tenth_too_high() {
    for (int millis = 1; millis <= 1_000; millis++) {
      latencies.add(Duration.ofMillis(millis).toNanos());
    }
    assertEquals(1_000, latencies.count());
    assertNear(500, latencies.within(0.5));
    assertNear(990, latencies.within(0.99));
    assertNear(1_000, latencies.within(1));
  }

  private static void assertNear(int millis, Duration found) {
    double share = found.toNanos() / (millis * 1e6);
    assertTrue(share >= 0.999 && share <= 1.1, found::toString);
  }

  @Test
  void what_is_out_of_range_counts_at_its_ends() {
    latencies.add(-5);
    latencies.add(Long.MAX_VALUE);
    assertEquals(Duration.ofNanos(1_000), latencies.within(0.5));
    assertTrue(latencies.within(1).toSeconds() > 120);
  }
}
