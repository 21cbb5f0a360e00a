package dev.callbook.csvimport;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the columns of files become, saved.
///
/// @param profile what else is saved for such files
public record ColumnProfile(UUID id, Optional<UUID> profile, List<Mapping> mappings, int version) {
  /// @param source the column's name, whatever its case
  /// @param target a path in a contact's JSON; see [TargetField]
  public record Mapping(String source, String target) {}

  /// What a column of a file becomes.
  Optional<Mapping> of(String column) {
    return mappings.stream()
        .filter(mapping -> mapping.source().equalsIgnoreCase(column.strip()))
        .findFirst();
  }
}
