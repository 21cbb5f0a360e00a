package dev.callbook.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The contacts that are one person since they were merged: a tree. It never changes while its head
/// lives; whoever merges the head again makes a larger tree with a new head.
///
/// @param canonical the head, the only one of them that lists, search and look-up know
/// @param mergedTo for each of the others the one it was merged into; empty for a contact that was
///   never merged
public record MergeSet(ContactId canonical, Map<ContactId, ContactId> mergedTo) {
  public MergeSet {
    mergedTo = Map.copyOf(mergedTo);
  }

  /// A contact that was never merged.
  static MergeSet alone(ContactId id) {
    return new MergeSet(id, Map.of());
  }

  /// Whether anything was merged.
  public boolean isMerged() {
    return !mergedTo.isEmpty();
  }

  /// Every member, the canonical contact first, the others in the order of their ids.
  public List<ContactId> members() {
    return Stream.concat(Stream.of(canonical), ordered(mergedTo.keySet().stream())).toList();
  }

  /// Whether a contact is one of the members.
  public boolean holds(ContactId id) {
    return id.equals(canonical) || mergedTo.containsKey(id);
  }

  /// The inputs of the merge that made a member; empty for one that no merge made.
  public List<ContactId> mergedFrom(ContactId member) {
    return ordered(
            mergedTo.entrySet().stream()
                .filter(merge -> merge.getValue().equals(member))
                .map(Map.Entry::getKey))
        .toList();
  }

  /// The part of the tree of which a member is the head, once the merges above it are undone.
  MergeSet below(ContactId member) {
    Map<ContactId, ContactId> part = new LinkedHashMap<>();
    List<ContactId> level = new ArrayList<>(List.of(member));
    while (!level.isEmpty()) {
      ContactId parent = level.removeLast();
      mergedFrom(parent)
          .forEach(child -> {
            part.put(child, parent);
            level.add(child);
          });
    }
    return new MergeSet(member, part);
  }

  private static Stream<ContactId> ordered(Stream<ContactId> ids) {
    return ids.sorted((one, other) -> one.value().toString().compareTo(other.value().toString()));
  }
}
