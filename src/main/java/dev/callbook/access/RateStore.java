package dev.callbook.access;

import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// What all nodes together have taken of each token's window.
@ApplicationScoped
class RateStore {
  /// @param window when it began: not before the one asked for
  /// @param taken by all nodes so far, this lease included
  /// @param granted 0 where nothing is left
  record Lease(Instant window, int taken, int granted) {}

  private final Jdbi jdbi;

  RateStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Takes at most an eighth of what is left of a window, so that leases get smaller towards its
  /// end and little is left unused elsewhere. A node whose clock is behind is given the window that
  /// another has begun.
  Lease lease(OrgId org, byte[] token, Instant window, int wanted, int allowed) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                insert into rate_window as w (org_id, token_hash, started_at, taken, lease)
                values (:org, :token, :window, :first, :first)
                on conflict (org_id, token_hash) do update
                   set started_at = greatest(w.started_at, excluded.started_at),
                       taken = case when w.started_at < excluded.started_at then excluded.taken
                                    else w.taken + least(:wanted, greatest(0, :allowed - w.taken),
                                                         greatest(1, (:allowed - w.taken) / 8)) end,
                       lease = case when w.started_at < excluded.started_at then excluded.lease
                                    else least(:wanted, greatest(0, :allowed - w.taken),
                                               greatest(1, (:allowed - w.taken) / 8)) end
                returning started_at, taken, lease
                """)
            .bind("org", org.value())
            .bind("token", token)
            .bind("window", window)
            .bind("first", Math.min(wanted, Math.max(1, allowed / 8)))
            .bind("wanted", wanted)
            .bind("allowed", allowed)
            .map((row, _) ->
                new Lease(
                    Instants.read(row, "started_at"), row.getInt("taken"), row.getInt("lease")))
            .one());
  }

  void removeBefore(Instant oldest) {
    jdbi.useHandle(db ->
        db.createUpdate("delete from rate_window where started_at < :oldest")
            .bind("oldest", oldest)
            .execute());
  }
}
