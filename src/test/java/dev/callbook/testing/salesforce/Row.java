package dev.callbook.testing.salesforce;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record as it was committed.
///
/// @param values what was written, by the fields' exact names; never null or empty
/// @param master the id of the record that it was merged into
/// @param isHidden whether no sharing rule lets the integration's user see it
record Row(
    String id,
    String type,
    Map<String, Object> values,
    Instant created,
    Instant modified,
    Instant stamp,
    boolean isDeleted,
    @Nullable String master,
    boolean isHidden) {
  static Row made(
      String id, String type, Map<String, ? extends @Nullable Object> values, Instant at) {
    return new Row(id, type, Map.of(), at, at, at, false, null, false).with(values, at);
  }

  /// @param changes null, or an empty text, clears a field
  Row with(Map<String, ? extends @Nullable Object> changes, Instant at) {
    Map<String, Object> after = new LinkedHashMap<>(values);
    changes.forEach((field, value) -> {
      if (value == null || value.equals("")) {
        after.remove(field);
      } else {
        after.put(field, value);
      }
    });
    return new Row(
        id, type, Collections.unmodifiableMap(after), created, at, at, isDeleted, master, isHidden);
  }

  Row deleted(@Nullable String into, Instant at) {
    return new Row(id, type, values, created, at, at, true, into, isHidden);
  }

  Row restored(Instant at) {
    return new Row(id, type, values, created, at, at, false, null, isHidden);
  }

  /// Sharing changes nothing on the record.
  Row hidden(boolean hidden) {
    return new Row(id, type, values, created, modified, stamp, isDeleted, master, hidden);
  }

  /// As data loads with the right to set audit fields leave it.
  Row backdated(Instant lastModified) {
    return new Row(id, type, values, created, lastModified, stamp, isDeleted, master, isHidden);
  }
}
