package dev.callbook.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/// How long something took, each time since this node started: counts in buckets, eight to each
/// doubling, so that a percentile is at most a tenth too high. What took longer than two minutes
/// counts as two minutes.
public final class Latencies {
  private static final int PER_DOUBLING = 8;
  private static final int DOUBLINGS = 27;
  private static final double LEAST_NANOS = 1_000;

  private final LongAdder[] buckets = new LongAdder[PER_DOUBLING * DOUBLINGS + 1];

  public Latencies() {
    Arrays.setAll(buckets, _ -> new LongAdder());
  }

  /// @param nanos a difference of `System.nanoTime()`
  public void add(long nanos) {
    double doublings = Math.log(Math.max((double) nanos, LEAST_NANOS) / LEAST_NANOS) / Math.log(2);
    int bucket = (int) Math.ceil(doublings * PER_DOUBLING);
    buckets[Math.min(bucket, buckets.length - 1)].increment();
  }

  /// How many times it was.
  public long count() {
    return Arrays.stream(buckets).mapToLong(LongAdder::sum).sum();
  }

  /// What a share of all times stayed within; zero where there was none.
  ///
  /// @param share such as 0.99
  public Duration within(double share) {
    long[] counts = Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray();
    long wanted = (long) Math.ceil(Arrays.stream(counts).sum() * share);
    long passed = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      passed += counts[bucket];
      if (passed >= wanted && passed > 0) {
        return Duration.ofNanos(
            Math.round(LEAST_NANOS * Math.pow(2, (double) bucket / PER_DOUBLING)));
      }
    }
    return Duration.ZERO;
  }
}
