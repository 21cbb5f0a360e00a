package dev.callbook.crm.salesforce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record to write: what has changed, and nothing else.
///
/// @param key its value in the field that records are found by
/// @param values by field; null clears
public record Upsert(String key, Map<String, @Nullable String> values) {
  public Upsert {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    // Values are personal data.
    return "Upsert[" + key + "]";
  }
}
