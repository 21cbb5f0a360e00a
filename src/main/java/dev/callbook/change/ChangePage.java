package dev.callbook.change;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some entries of the log, newest first, and where to look on.
///
/// @param next older entries than this one were not looked at; null where there are none
public record ChangePage(List<Change> changes, @Nullable UUID next) {
  public ChangePage {
    changes = List.copyOf(changes);
  }
}
