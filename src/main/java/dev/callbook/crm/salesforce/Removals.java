package dev.callbook.crm.salesforce;

import java.time.Instant;
import java.util.Map;

/// What went since some moment, as far as Salesforce still knows: into the recycle bin or away for
/// good.
public sealed interface Removals {
  /// All of it.
  ///
  /// @param at when, by id; those that came back are not among them
  /// @param until what to ask from the next time
  record Complete(Map<RemoteId, Instant> at, Instant until) implements Removals {
    public Complete {
      at = Map.copyOf(at);
    }
  }

  /// The log does not reach back that far: only a comparison of all ids finds what is missing.
  ///
  /// @param earliest how far it reaches
  record Hole(Instant earliest) implements Removals {}
}
