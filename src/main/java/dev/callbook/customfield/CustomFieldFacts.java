package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.SchemaRef;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Custom fields as people read them: by their titles, options by theirs, in the author's order.
@ApplicationScoped
public class CustomFieldFacts {
  private final KnownSchemas schemas;
  private final Words words;

  CustomFieldFacts(KnownSchemas schemas, Words words) {
    this.schemas = schemas;
    this.words = words;
  }

  /// One value. @param url where it leads; null for what is no web address
  public record Fact(String title, String text, @Nullable String url) {
    /// The text line by line.
    public List<String> lines() {
      return text.lines().toList();
    }
  }

  /// @param schema what the values follow; where there is none, keys stand for titles
  /// @param values by key; null for none
  public List<Fact> of(
      Scope scope, SchemaKind kind, @Nullable SchemaRef schema, @Nullable JsonNode values) {
    return List.copyOf(byKey(scope, kind, schema, values).values());
  }

  /// As [#of], by the fields' keys.
  public SequencedMap<String, Fact> byKey(
      Scope scope, SchemaKind kind, @Nullable SchemaRef schema, @Nullable JsonNode values) {
    SequencedMap<String, Fact> facts = new LinkedHashMap<>();
    if (values == null || !values.isObject()) {
      return facts;
    }
    Map<String, SchemaField> fields = fields(scope, kind, schema);
    for (SchemaField field : fields.values()) {
      JsonNode value = values.get(field.key());
      if (value != null) {
        String url = field.type() == CoreType.URL ? value.asText() : null;
        facts.put(field.key(), new Fact(field.title(), text(field, value), url));
      }
    }
    // Of a schema that the record followed once.
    for (String key : new TreeSet<>(values.propertyStream().map(Map.Entry::getKey).toList())) {
      if (!fields.containsKey(key)) {
        facts.put(key, new Fact(key, text(Objects.requireNonNull(values.get(key))), null));
      }
    }
    return facts;
  }

  /// The fields of a schema's newest version; none where there is no schema.
  Map<String, SchemaField> fields(Scope scope, SchemaKind kind, @Nullable SchemaRef schema) {
    return schema == null
        ? Map.of()
        : schemas
            .find(scope.org(), kind, schema.id())
            .map(KnownSchema::newestFields)
            .orElse(Map.of());
  }

  /// What a record holds of some fields, by their keys; without those that it holds nothing of.
  Map<String, String> texts(Scope scope, SchemaKind kind, CustomValues held, Set<String> keys) {
    Map<String, SchemaField> fields = fields(scope, kind, held.schema());
    Map<String, String> texts = new HashMap<>();
    for (String key : keys) {
      JsonNode value = held.values() == null ? null : held.values().get(key);
      SchemaField field = fields.get(key);
      if (value != null) {
        texts.put(key, field == null ? text(value) : text(field, value));
      }
    }
    return texts;
  }

  /// The same in one line; empty for nothing.
  public String inWords(
      Scope scope, SchemaKind kind, @Nullable SchemaRef schema, @Nullable JsonNode values) {
    return of(scope, kind, schema, values).stream()
        .map(fact -> fact.title() + ": " + fact.text())
        .collect(Collectors.joining(", "));
  }

  /// A value of a field in words.
  String text(SchemaField field, JsonNode value) {
    return switch (field.type()) {
      case ENUM ->
          field.option(value.asText()).map(SchemaField.Option::title).orElse(value.asText());
      // Kept in UTC, to the millisecond.
      case DATETIME -> value.asText().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
      case TEXT, LONGTEXT, URL, IDENTIFIER, TAG, INTEGER, NUMBER, DATE, CHECKBOX -> text(value);
    };
  }

  private String text(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(this::text).collect(Collectors.joining(", "));
    }
    if (value.isBoolean()) {
      WebMessages say = words.of(WebMessages.class);
      return value.booleanValue() ? say.yes() : say.no();
    }
    return value.asText();
  }
}
