package dev.callbook.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what strangers try at a door that needs no sign-in, by the minute and by where they come
/// from, on this node alone: what is behind such a door cannot be guessed, so this only keeps the
/// work of refusing small.
@ApplicationScoped
public class Attempts {
  /// Attempts a minute.
  public static final int MOST = 20;

  private record Visit(OrgId org, String address, long minute) {}

  private final Clock clock;
  private final Cache<Visit, AtomicInteger> visits =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(2)).build();

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /// Counts one attempt with a secret. What is none of ours is not counted: nothing is looked up
  /// for it.
  ///
  /// @param address where it comes from
  /// @return whether it may be looked at
  public boolean admit(String secret, String address) {
    return Secrets.orgOf(secret)
        .map(org -> new Visit(org, address, clock.millis() / 60_000))
        .map(visit -> visits.get(visit, _ -> new AtomicInteger()).incrementAndGet() <= MOST)
        .orElse(true);
  }
}
