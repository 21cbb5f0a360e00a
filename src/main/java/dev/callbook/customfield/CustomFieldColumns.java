package dev.callbook.customfield;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Custom fields as lists show them: which there are, and what the records of a page hold of them.
@ApplicationScoped
public class CustomFieldColumns {
  private final CustomFields fields;
  private final CustomFieldFacts facts;
  private final CustomValueStore store;

  CustomFieldColumns(CustomFields fields, CustomFieldFacts facts, CustomValueStore store) {
    this.fields = fields;
    this.facts = facts;
    this.store = store;
  }

  /// A field that a list may have a column of.
  ///
  /// @param key what tells it apart, and what addresses keep
  /// @param searchable whether records are found by a whole value of it, see [CustomValues#keyOf]
  public record Column(String key, String title, boolean searchable) {}

  /// The fields of all schemas that are in use, the oldest schema's first; each key once.
  public List<Column> all(Scope scope, SchemaKind kind) {
    return fields.openFields(scope, kind).stream()
        .map(field -> new Column(field.key(), field.title(), field.type().isSearchable()))
        .toList();
  }

  /// What these records hold of the fields, in words. One statement, however many records.
  ///
  /// @param records those of one page
  /// @param keys of the fields that are shown
  /// @return by record and key; without those that hold nothing, or are outside `scope`
  public Map<UUID, Map<String, String>> texts(
      Scope scope, SchemaKind kind, Collection<UUID> records, Set<String> keys) {
    if (records.isEmpty() || keys.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Map<String, String>> texts = new LinkedHashMap<>();
    store
        .find(scope, kind, records)
        .forEach((id, held) -> texts.put(id, facts.texts(scope, kind, held, keys)));
    return texts;
  }
}
