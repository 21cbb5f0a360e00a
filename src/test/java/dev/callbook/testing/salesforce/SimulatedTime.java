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

  SimulatedTime(Instant start) {
    this.now = start.truncatedTo(ChronoUnit.SECONDS);
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /// What the org writes into `SystemModstamp`: whole seconds, so that many records share one.
  Instant stamp() {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Instant instant() {
    return now;
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
