package dev.callbook.web;

import java.util.List;
import java.util.Map;

/// A field that a form sends along, hidden.
public record Sent(String name, String value) {
  /// All of some fields, one for each value.
  public static List<Sent> all(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(value -> new Sent(one.getKey(), value)))
        .toList();
  }
}
