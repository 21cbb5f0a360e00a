package dev.callbook.testing.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Time as the org sees it: it stands still until a test lets it pass.
public final class SimulatedTime extends Clock {
  private volatile Instant now;
  private volatile boolean runs;
  private volatile long since;

  SimulatedTime(Instant start) {
    this.now = start.truncatedTo(ChronoUnit.SECONDS);
  }

  /// From now on it passes by itself, for clients that look at clocks of their own.
  synchronized void run() {
    since = System.nanoTime();
    runs = true;
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /// What the org writes into `SystemModstamp`: whole seconds, so that many records share one.
  Instant stamp() {
    return instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Instant instant() {
    return runs ? now.plusNanos(System.nanoTime() - since) : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the org lives in UTC");
  }
}
