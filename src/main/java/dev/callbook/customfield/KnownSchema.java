package dev.callbook.customfield;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A schema with the fields of its versions, read once. Safe for many threads.
final class KnownSchema {
  private final Schema newest;
  private final Map<String, SchemaField> fields;
  private final IntFunction<Optional<Schema>> find;
  private final Map<Integer, Map<String, SchemaField>> older = new ConcurrentHashMap<>();

  /// @param find a version of the schema
  KnownSchema(Schema newest, IntFunction<Optional<Schema>> find) {
    this.newest = newest;
    this.fields = SchemaField.of(newest.document());
    this.find = find;
  }

  Schema newest() {
    return newest;
  }

  /// By key, in the author's order.
  Map<String, SchemaField> newestFields() {
    return fields;
  }

  /// The fields of a version; null if there is none of that number.
  @Nullable Map<String, SchemaField> fields(int version) {
    if (version == newest.version()) {
      return fields;
    }
    if (version < 1 || version > newest.version()) {
      return null;
    }
    return older.computeIfAbsent(
        version, _ -> SchemaField.of(find.apply(version).orElseThrow().document()));
  }

  /// Whether a field takes no new value in any version: those before the newest do not know yet
  /// what was disabled since.
  boolean isDisabled(SchemaField field) {
    SchemaField now = fields.get(field.key());
    return !newest.isOpen() || now == null || now.disabled();
  }

  /// As [#isDisabled(SchemaField)], of an option.
  boolean isDisabled(SchemaField field, String option) {
    SchemaField now = fields.get(field.key());
    return now == null || now.option(option).map(SchemaField.Option::disabled).orElse(true);
  }
}
