package dev.callbook.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// Brings the labelled lists of several contacts into one: each item once, nothing lost.
///
/// The wire shows the first item of each label as a slot. Where two contacts fill the same slot,
/// the first contact's item keeps it, and the other's moves to a slot that is still free; where
/// none is, it keeps its label and is seen in the full list only. Source: CONTRACT section 7,
/// "Merge".
///
/// @param <T> an item
/// @param slots the labels of slots, in the order in which a free one is taken
/// @param key equal for items that are the same
record MergedLists<T>(
    List<String> slots,
    Function<T, String> label,
    BiFunction<T, String, T> relabelled,
    Function<T, Object> key) {

  /// @param lists of each contact its own, of the one whose word counts most first
  List<T> of(List<List<T>> lists) {
    Set<Object> seen = new HashSet<>();
    Set<String> taken = new HashSet<>();
    List<T> merged = new ArrayList<>();
    List<Integer> displaced = new ArrayList<>();
    for (List<T> list : lists) {
      Set<String> own = new HashSet<>();
      for (T item : list) {
        boolean fillsSlot = own.add(label.apply(item)) && slots.contains(label.apply(item));
        if (seen.add(key.apply(item))) {
          if (!taken.add(label.apply(item)) && fillsSlot) {
            displaced.add(merged.size());
          }
          merged.add(item);
        }
      }
    }
    for (int place : displaced) {
      slots.stream()
          .filter(Predicate.not(taken::contains))
          .findFirst()
          .ifPresent(free -> {
            taken.add(free);
            merged.set(place, relabelled.apply(merged.get(place), free));
          });
    }
    return List.copyOf(merged);
  }
}
