package dev.callbook.directory;

import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
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

  /// The ids that a list sent, `id`, repeated; none where `all` says that its filter counts.
  ///
  /// @throws Invalid naming `id`
  public static List<UUID> picked(Map<String, List<String>> form) {
    if (form.getOrDefault("all", List.of()).contains("yes")) {
      return List.of();
    }
    List<UUID> ids =
        Parse.list(form.get("id")).stream().map(id -> Parse.id("id", id)).distinct().toList();
    if (ids.size() > MAX_PICKED) {
      throw new Invalid("id", "too.many", "At most " + MAX_PICKED + " records can be picked.");
    }
    return ids;
  }

  public boolean isPicked() {
    return !ids.isEmpty();
  }

  public boolean isAll() {
    return ids.isEmpty() && filter.isEmpty();
  }
}
