package dev.callbook.crm.salesforce;

import java.time.Instant;
import java.util.Map;

/// A record as it was read.
///
/// @param stamp when Salesforce itself last touched it
/// @param values of the fields that have one, in a form that does not depend on how they were read:
///   moments as `2026-11-23T10:00:00.000Z`, numbers without needless zeros, ids with 18 characters.
///   There is no empty value: Salesforce knows none
public record RemoteRecord(RemoteId id, Instant stamp, State state, Map<String, String> values) {
  public RemoteRecord {
    values = Map.copyOf(values);
  }

  /// Whether it is still there.
  public sealed interface State {
    record Live() implements State {}

    /// In the recycle bin, from which it may come back under the same id.
    record Deleted() implements State {}

    /// Part of another record; only its id remains, as another name of that one.
    record MergedInto(RemoteId winner) implements State {}
  }

  /// Its place in the order of changes.
  public Place place() {
    return new Place(stamp, id);
  }

  @Override
  public String toString() {
    // Values are personal data.
    return "RemoteRecord[" + id + ", " + stamp + ", " + state + "]";
  }
}
