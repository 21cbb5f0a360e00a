package dev.callbook.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a write came from.
///
/// @param id the import or interaction it belongs to; null for single writes
public record Origin(Kind kind, @Nullable UUID id) {
  public static final Origin PAGE = new Origin(Kind.PAGE, null);
  public static final Origin API = new Origin(Kind.API, null);
  public static final Origin SYSTEM = new Origin(Kind.SYSTEM, null);

  /// The door a write came in by.
  public enum Kind {
    PAGE,
    API,
    IMPORT,
    INTERACTION,
    SYSTEM;

    /// The word the change log keeps.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static Origin ofImport(UUID id) {
    return new Origin(Kind.IMPORT, id);
  }

  public static Origin ofInteraction(UUID id) {
    return new Origin(Kind.INTERACTION, id);
  }
}
