package dev.callbook.customfield;

import dev.callbook.access.Scope;
import dev.callbook.directory.ListFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
  /// @param key what forms and arrangements call the column: [ListFilter#FIELD] and the field's key
  /// @param searchable whether records are found by a whole value of it, see [CustomValues#keyOf]
  public record Column(String key, String title, boolean searchable) {}

  /// The fields of all schemas that are in use, the oldest schema's first; each key once.
  public List<Column> all(Scope scope, SchemaKind kind) {
    return fields.openFields(scope, kind).stream()
        .map(field ->
            new Column(ListFilter.FIELD + field.key(), field.title(), field.type().isSearchable()))
        .toList();
  }

  /// What these records hold of the fields, in words. One statement, however many records.
  ///
  /// @param records those of one page
  /// @param columns the keys of the columns that are shown; others than those of fields are left
  ///   alone
  /// @return by record and column; without those that hold nothing, or are outside `scope`
  public Map<UUID, Map<String, String>> texts(
      Scope scope, SchemaKind kind, Collection<UUID> records, Collection<String> columns) {
    Set<String> keys =
        columns.stream()
            .filter(column -> column.startsWith(ListFilter.FIELD))
            .map(column -> column.substring(ListFilter.FIELD.length()))
            .collect(Collectors.toUnmodifiableSet());
    if (records.isEmpty() || keys.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Map<String, String>> texts = new LinkedHashMap<>();
    store
        .find(scope, kind, records)
        .forEach((id, held) ->
            texts.put(
                id,
                facts.texts(scope, kind, held, keys).entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            one -> ListFilter.FIELD + one.getKey(), Map.Entry::getValue))));
    return texts;
  }
}
