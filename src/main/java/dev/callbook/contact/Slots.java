package dev.callbook.contact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings the wire's slots and full list together. A slot is the first item of its label.
///
/// A write may carry slots, the full list, or both, as clients do that send back what they read:
/// - slots alone replace what the slots showed and leave every other item alone;
/// - the list alone replaces everything;
/// - with both, the list counts, and a slot that differs from what it showed replaces the list's
///   first item of its label.
///
/// @param <T> a stored item
/// @param label an item's label
/// @param same whether two items say the same
record Slots<T>(Function<T, String> label, BiPredicate<T, T> same) {

  /// @param stored what the record holds
  /// @param list the full list as sent; null if none was
  /// @param slots by label what its slot holds; null for an empty slot
  List<T> merge(List<T> stored, @Nullable List<T> list, Map<String, @Nullable T> slots) {
    List<T> merged = new ArrayList<>(list == null ? stored : list);
    List<T> appended = new ArrayList<>();
    slots.forEach((name, sent) -> {
      Optional<T> shown = first(stored, name);
      boolean touched = list == null ? sent != null || shown.isPresent() : isChange(shown, sent);
      if (touched) {
        put(merged, appended, name, sent);
      }
    });
    merged.addAll(appended);
    return List.copyOf(merged);
  }

  private boolean isChange(Optional<T> shown, @Nullable T sent) {
    return sent != null && (shown.isEmpty() || !same.test(shown.get(), sent));
  }

  private void put(List<T> items, List<T> appended, String name, @Nullable T sent) {
    for (int i = 0; i < items.size(); i++) {
      if (label.apply(items.get(i)).equals(name)) {
        if (sent == null) {
          items.remove(i);
        } else {
          items.set(i, sent);
        }
        return;
      }
    }
    if (sent != null) {
      appended.add(sent);
    }
  }

  private Optional<T> first(List<T> items, String name) {
    return items.stream().filter(item -> label.apply(item).equals(name)).findFirst();
  }

  /// What the slots show: per label its first item.
  Map<String, T> show(List<T> items) {
    Map<String, T> shown = new LinkedHashMap<>();
    items.forEach(item -> shown.putIfAbsent(label.apply(item), item));
    return Collections.unmodifiableMap(shown);
  }
}
