package dev.callbook.testing.salesforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes that nobody sees before they are committed, each stamped with the time at which it was
/// made.
public final class Transaction {
  private final Org org;
  private final Instant start;
  private final List<Runnable> changes = new ArrayList<>();

  Transaction(Org org, Instant start) {
    this.org = org;
    this.start = start;
  }

  Instant start() {
    return start;
  }

  /// @return the new record's id
  public String insert(String type, Map<String, ? extends @Nullable Object> values) {
    String id = org.nextId(type);
    Instant at = org.time().stamp();
    changes.add(() -> org.put(Row.made(id, type, values, at)));
    return id;
  }

  public void update(String id, Map<String, ? extends @Nullable Object> values) {
    Instant at = org.time().stamp();
    changes.add(() -> org.put(org.row(id).with(values, at)));
  }

  /// Into the recycle bin.
  public void delete(String id) {
    Instant at = org.time().stamp();
    changes.add(() -> org.remove(id, null, at));
  }

  /// Out of the recycle bin.
  public void undelete(String id) {
    Instant at = org.time().stamp();
    changes.add(() -> org.put(org.row(id).restored(at)));
  }

  /// The losers go to the recycle bin; what belonged to them belongs to the winner.
  public void merge(String winner, String... losers) {
    Instant at = org.time().stamp();
    changes.add(() -> {
      for (String loser : losers) {
        org.remove(loser, winner, at);
        org.reparent(loser, winner, at);
      }
      org.put(org.row(winner).with(Map.of(), at));
    });
  }

  public void commit() {
    org.commit(this, changes);
  }
}
