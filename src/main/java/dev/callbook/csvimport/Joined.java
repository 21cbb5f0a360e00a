package dev.callbook.csvimport;

import dev.callbook.identity.Merges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who turned out to be the same person, since a row fits all of them. Holds only those. For one
/// thread.
final class Joined {
  /// A contact, stored or to be added by a row of the file.
  ///
  /// @param contact null where a row adds it
  /// @param addedBy the row; without meaning for a stored one
  record Whom(@Nullable UUID contact, long addedBy) {
    /// The oldest stored contact first, then whom the earliest row adds: ids increase with time.
    static final Comparator<Whom> OLDEST_FIRST =
        Comparator.comparing(Whom::contact, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingLong(Whom::addedBy);

    static Whom stored(UUID contact) {
      return new Whom(contact, -1);
    }

    static Whom added(long row) {
      return new Whom(null, row);
    }
  }

  /// @param into who stands for them
  record Pair(Whom member, Whom into) {}

  private final Map<Whom, Whom> parents = new HashMap<>();

  /// How many stored contacts somebody stands for.
  private final Map<Whom, Integer> stored = new HashMap<>();

  /// @return false, and nothing is joined, if more stored contacts would become one than a merge
  ///   takes
  boolean join(List<Whom> same) {
    Set<Whom> heads = same.stream().map(this::head).collect(Collectors.toUnmodifiableSet());
    int together = heads.stream().mapToInt(this::storedOf).sum();
    if (together > Merges.MAX_INPUTS) {
      return false;
    }
    Whom oldest = heads.stream().min(Whom.OLDEST_FIRST).orElseThrow();
    for (Whom head : heads) {
      if (!head.equals(oldest)) {
        parents.put(head, oldest);
      }
    }
    stored.put(oldest, together);
    return true;
  }

  private int storedOf(Whom head) {
    return stored.getOrDefault(head, head.contact() == null ? 0 : 1);
  }

  private Whom head(Whom one) {
    Whom head = one;
    for (Whom next = parents.get(head); next != null; next = parents.get(head)) {
      head = next;
    }
    if (!head.equals(one)) {
      parents.put(one, head);
    }
    return head;
  }

  /// Everybody somebody else stands for.
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>(parents.size());
    List.copyOf(parents.keySet()).forEach(one -> pairs.add(new Pair(one, head(one))));
    return pairs;
  }

  boolean isEmpty() {
    return parents.isEmpty();
  }
}
