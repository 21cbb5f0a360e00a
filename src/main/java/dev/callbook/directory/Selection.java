package dev.callbook.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which records of a list are meant: some that were picked one by one, or all that the list's
/// filter lets through.
///
/// @param ids empty where the filter counts
/// @param filter as the list's address says it; empty for the whole list
public record Selection(List<UUID> ids, Map<String, List<String>> filter) {
  /// How many can be picked one by one.
  public static final int MAX_PICKED = 1_000;

  public static final Selection ALL = new Selection(List.of(), Map.of());

  public boolean isPicked() {
    return !ids.isEmpty();
  }

  public boolean isAll() {
    return ids.isEmpty() && filter.isEmpty();
  }
}
