package dev.callbook.access;

import java.util.LinkedHashMap;
import java.util.Map;

/// Asks what a division holds. Fired as an event: whoever keeps records in divisions counts theirs
/// within [#scope()], no further than [#MOST].
public final class DivisionCensus {
  /// How far is counted.
  public static final int MOST = 10_000;

  private final Scope scope;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  DivisionCensus(Scope scope) {
    this.scope = scope;
  }

  /// The division, and it alone.
  public Scope scope() {
    return scope;
  }

  /// @param kind in the plural: `contacts`
  public void count(String kind, long found) {
    counts.put(kind, found);
  }

  /// Whatever there is at least one of, by kind.
  Map<String, Long> found() {
    Map<String, Long> found = new LinkedHashMap<>(counts);
    found.values().removeIf(count -> count == 0);
    return found;
  }
}
