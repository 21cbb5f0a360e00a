package dev.callbook.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A division as admins see it. @param description null for none
public record DivisionEntry(Division division, @Nullable String description) {
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", division.name());
    if (description != null) {
      fields.put("description", description);
    }
    return fields;
  }
}
