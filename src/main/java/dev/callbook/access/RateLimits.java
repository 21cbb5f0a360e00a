package dev.callbook.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callbook.access.RateStore.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Counts the requests of each token, by the minute of the clock, over all nodes.
///
/// A node takes leases from a shared row: the first of eight requests, further ones of as many as
/// it has spent in this minute. So the nodes together never pass the limit; a node may hold unspent
/// at most as many as it has spent, or eight, which another is refused meanwhile. Decision:
/// docs/adr/0015-oauth-and-limits.md.
@ApplicationScoped
class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int FIRST_LEASE = 8;

  /// How a token stands after a request.
  ///
  /// @param count requests of this minute as far as this node knows, and what others have leased
  /// @param resetSeconds until the next minute, at least one
  /// @param exceeded whether this request is one too many
  record Standing(int count, int allowed, int resetSeconds, boolean exceeded) {}

  /// One token's minute, as this node knows it.
  private static final class Spent {
    Instant window = Instant.MIN;
    int left;
    int spent;
    int takenByAll;
    boolean exhausted;
  }

  private final RateStore store;
  private final int allowed;
  private final Clock clock;
  private final Cache<ByteBuffer, Spent> tokens =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(WINDOW.multipliedBy(2)).build();

  RateLimits(RateStore store, RateLimitSettings settings, Clock clock) {
    this.store = store;
    this.allowed = settings.perMinute();
    this.clock = clock;
  }

  /// Counts one request. @return empty where there is no limit
  Optional<Standing> count(OrgId org, ByteBuffer token) {
    if (allowed == 0) {
      return Optional.empty();
    }
    Spent spent = tokens.get(token, _ -> new Spent());
    synchronized (spent) {
      return Optional.of(count(org, token, spent));
    }
  }

  private Standing count(OrgId org, ByteBuffer token, Spent own) {
    Instant now = clock.instant();
    Instant window =
        Instant.ofEpochSecond(now.getEpochSecond() / WINDOW.toSeconds() * WINDOW.toSeconds());
    if (window.isAfter(own.window)) {
      begin(own, window);
    }
    if (own.left == 0 && !own.exhausted) {
      take(org, token, own);
    }
    boolean exceeded = own.left == 0;
    if (!exceeded) {
      own.left--;
      own.spent++;
    }
    long reset = Math.ceilDiv(Duration.between(now, own.window.plus(WINDOW)).toMillis(), 1_000);
    return new Standing(own.takenByAll - own.left, allowed, (int) Math.max(1, reset), exceeded);
  }

  private static void begin(Spent own, Instant window) {
    own.window = window;
    own.left = 0;
    own.spent = 0;
    own.takenByAll = 0;
    own.exhausted = false;
  }

  private void take(OrgId org, ByteBuffer token, Spent own) {
    int wanted = Math.max(FIRST_LEASE, own.spent);
    byte[] hash = new byte[token.remaining()];
    token.duplicate().get(hash);
    Lease lease = store.lease(org, hash, own.window, wanted, allowed);
    if (lease.window().isAfter(own.window)) {
      begin(own, lease.window());
    }
    own.left = lease.granted();
    own.takenByAll = lease.taken();
    own.exhausted = lease.granted() == 0;
  }
}
