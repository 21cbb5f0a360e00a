package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the columns of files become, saved.
///
/// @param profile what else is saved for such files
/// @param region for numbers without a country code; empty for the one of whoever brings a file
/// @param kind what the rows are
/// @param timeZone of times without one; empty for UTC
public record ColumnProfile(
    UUID id,
    Optional<UUID> profile,
    List<Mapping> mappings,
    Optional<String> region,
    ImportKind kind,
    Optional<String> timeZone,
    int version) {
  /// @param source the column's name, whatever its case
  /// @param target a path in a contact's JSON; see [TargetField]
  /// @param rule how cells are brought into shape; null where they stay as they are
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mapping(String source, String target, @Nullable ColumnRule rule) {
    public Mapping {
      rule = ColumnRule.NONE.equals(rule) ? null : rule;
    }

    ColumnRule shaping() {
      return Objects.requireNonNullElse(rule, ColumnRule.NONE);
    }
  }

  /// What a column of a file becomes.
  Optional<Mapping> of(String column) {
    return mappings.stream()
        .filter(mapping -> mapping.source().equalsIgnoreCase(column.strip()))
        .findFirst();
  }
}
