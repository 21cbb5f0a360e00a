package dev.callbook.csvimport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/// Transactions of background work: long enough, and tried again where two writers got in each
/// other's way.
final class Transactions {
  private static final int TRIES = 5;

  /// unique violation, serialization failure, deadlock
  private static final Set<String> COLLISIONS = Set.of("23505", "40001", "40P01");

  private Transactions() {}

  static <T> T in(Duration limit, Supplier<T> work) {
    return QuarkusTransaction.requiringNew().timeout((int) limit.toSeconds()).call(work::get);
  }

  /// @param work must be free of effects outside the database
  static <T> T retried(Duration limit, Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return in(limit, work);
      } catch (RuntimeException fault) {
        if (tries == TRIES || !isCollision(fault)) {
          throw fault;
        }
      }
    }
  }

  private static boolean isCollision(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && COLLISIONS.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
      if (cause instanceof dev.callbook.wire.Refusal.NotFound
          || cause instanceof dev.callbook.wire.Refusal.Conflict) {
        // A contact went, or an external id was taken, between look and write.
        return true;
      }
    }
    return false;
  }
}
