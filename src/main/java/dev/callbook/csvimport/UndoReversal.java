package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.change.Change;
import dev.callbook.change.EarlierStates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// What an import's changes to one record are taken back to: field by field what it held before, as
/// the log says, but for those that somebody touched since.
///
/// @param earlier the fields to restore, by name; empty where one held nothing
/// @param staying the names of those that somebody else wrote after the import
/// @param isForgotten whether the log no longer knows some of it
record UndoReversal(
    Map<String, Optional<JsonNode>> earlier, Set<String> staying, boolean isForgotten) {

  /// Custom fields follow the schema, so that neither is restored alone.
  private static final Set<String> BOUND = Set.of("schema", "customFields");

  /// @param log the record's entries from before the import's first one on, the oldest first
  static UndoReversal of(List<Change> log, UUID importId, UUID lastEntry) {
    Map<String, Optional<JsonNode>> earlier = new HashMap<>();
    Set<String> staying = new TreeSet<>();
    boolean isForgotten = false;
    boolean hasBegun = false;
    for (Change change : log) {
      boolean isOurs = isOurs(change, importId, lastEntry);
      hasBegun |= isOurs;
      isForgotten |= hasBegun && change.isForgotten();
      for (String field : EarlierStates.fields(change)) {
        if (isOurs) {
          earlier.putIfAbsent(
              field, Optional.ofNullable(change.before()).map(before -> before.get(field)));
        } else if (earlier.containsKey(field)) {
          staying.add(field);
        }
      }
    }
    if (BOUND.stream().anyMatch(staying::contains)) {
      BOUND.stream().filter(earlier::containsKey).forEach(staying::add);
    }
    earlier.keySet().removeAll(staying);
    return new UndoReversal(earlier, staying, isForgotten);
  }

  static boolean isOurs(Change change, UUID importId, UUID lastEntry) {
    return importId.equals(change.originId()) && change.id().compareTo(lastEntry) <= 0;
  }

  /// Whether nobody but the import did anything to a record since it did.
  static boolean isOursAlone(List<Change> log, UUID importId, UUID lastEntry) {
    boolean hasBegun = false;
    for (Change change : log) {
      boolean isOurs = isOurs(change, importId, lastEntry);
      if (hasBegun && !isOurs) {
        return false;
      }
      hasBegun |= isOurs;
    }
    return hasBegun;
  }

  /// The same without one of the fields that were to be restored.
  UndoReversal leaving(String field) {
    if (!earlier.containsKey(field)) {
      return this;
    }
    Map<String, Optional<JsonNode>> fewer = new HashMap<>(earlier);
    fewer.remove(field);
    Set<String> more = new TreeSet<>(staying);
    more.add(field);
    return new UndoReversal(fewer, more, isForgotten);
  }

  /// The same with a field that is to hold nothing.
  UndoReversal clearing(String field) {
    Map<String, Optional<JsonNode>> other = new HashMap<>(earlier);
    other.put(field, Optional.empty());
    return new UndoReversal(other, staying, isForgotten);
  }

  /// The id that a field is to hold; empty where it is to hold none, or to stay.
  Optional<UUID> id(String field) {
    return earlier
        .getOrDefault(field, Optional.empty())
        .map(value -> UUID.fromString(value.asText()));
  }
}
