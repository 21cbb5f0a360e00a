package dev.callbook.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/// The version of a custom-field schema that a record's values follow.
public record SchemaRef(UUID id, int version) {
  private static final int NEWEST = 0;

  /// Whichever version is meant where none is named.
  public static SchemaRef newest(UUID id) {
    return new SchemaRef(id, NEWEST);
  }

  /// Whether no version is named; no record that is stored says so.
  @JsonIgnore
  public boolean isNewest() {
    return version == NEWEST;
  }
}
