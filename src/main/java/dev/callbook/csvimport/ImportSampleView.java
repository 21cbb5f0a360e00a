package dev.callbook.csvimport;

import dev.callbook.change.HistoryView.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of what an import would do, field by field.
///
/// @param mayLook whether this user may see contacts where the import writes
/// @param changed contacts that would change
/// @param added contacts that would be added
record ImportSampleView(boolean mayLook, List<Row> changed, List<Row> added) {
  static final ImportSampleView CLOSED = new ImportSampleView(false, List.of(), List.of());

  public boolean isEmpty() {
    return changed.isEmpty() && added.isEmpty();
  }

  /// A contact.
  ///
  /// @param lines of the file, as people read them
  /// @param path of the contact; null where there is none yet
  /// @param fields what becomes of each that changes; empty where others are merged into it
  record Row(String lines, String name, @Nullable String path, List<Field> fields) {}
}
