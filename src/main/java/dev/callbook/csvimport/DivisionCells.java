package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.platform.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which division a cell names: by its id, or by its name, whatever its case and accents. Only
/// those where the import may write are there. Safe for many threads.
final class DivisionCells {
  private final Map<String, Optional<UUID>> byWord = new HashMap<>();

  DivisionCells(Scope scope) {
    for (Division division : scope.divisions()) {
      UUID id = division.id().value();
      // A name that two divisions have names neither.
      byWord.merge(
          Folding.key(division.name()), Optional.of(id), (first, then) -> Optional.empty());
    }
    for (Division division : scope.divisions()) {
      Optional<UUID> id = Optional.of(division.id().value());
      byWord.put(Folding.key(division.id().value().toString()), id);
      byWord.put(Folding.key(division.wireId()), id);
    }
  }

  /// @return empty where there is none, or the import may not write there
  Optional<UUID> find(String cell) {
    return byWord.getOrDefault(Folding.key(cell), Optional.empty());
  }
}
