package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A custom field as one version of its schema describes it.
///
/// @param required whether a record that follows the schema must have a value
/// @param disabled whether it takes no new value
/// @param minLength of a text, or of each tag
/// @param maxLength as `minLength`; 0 for what is no text
/// @param minItems of tags
/// @param minimum of a number
/// @param options of an enum, in their order
public record SchemaField(
    String key,
    CoreType type,
    String title,
    @Nullable String description,
    boolean required,
    boolean disabled,
    int minLength,
    int maxLength,
    int minItems,
    int maxItems,
    boolean uniqueItems,
    BigDecimal minimum,
    BigDecimal maximum,
    List<Option> options) {

  /// One of the values that an enum can have. @param title what people see
  public record Option(String value, String title, boolean disabled) {}

  private static final BigDecimal MAX = BigDecimal.valueOf(CoreType.MAX_NUMBER);

  /// The fields of a schema's document, in its order.
  ///
  /// @param document as [SchemaChecks] let it through
  static Map<String, SchemaField> of(JsonNode document) {
    List<String> required = new ArrayList<>();
    document.path("required").forEach(key -> required.add(key.asText()));
    Map<String, SchemaField> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : document.path("properties").properties()) {
      String key = property.getKey();
      fields.put(key, of(key, property.getValue(), required.contains(key)));
    }
    return fields;
  }

  private static SchemaField of(String key, JsonNode says, boolean required) {
    CoreType type = CoreType.ofKey(key).orElseThrow();
    JsonNode lengths = type == CoreType.TAG ? says.path("items") : says;
    return new SchemaField(
        key,
        type,
        says.path("title").asText(),
        says.hasNonNull("description") ? says.get("description").asText() : null,
        required,
        says.path("_disabled").asBoolean(),
        lengths.path("minLength").asInt(0),
        lengths.path("maxLength").asInt(type.maxLength()),
        says.path("minItems").asInt(0),
        says.path("maxItems").asInt(CoreType.MAX_TAGS),
        says.path("uniqueItems").asBoolean(),
        says.has("minimum") ? says.get("minimum").decimalValue() : MAX.negate(),
        says.has("maximum") ? says.get("maximum").decimalValue() : MAX,
        options(says));
  }

  private static List<Option> options(JsonNode says) {
    List<Option> options = new ArrayList<>();
    for (JsonNode option : says.path("enum")) {
      JsonNode more = says.path("_enumProperties").path(option.asText());
      options.add(
          new Option(
              option.asText(),
              more.path("title").asText(option.asText()),
              more.path("_disabled").asBoolean()));
    }
    return List.copyOf(options);
  }

  /// The option of that value; empty if it has none.
  Optional<Option> option(String value) {
    return options.stream().filter(option -> option.value().equals(value)).findFirst();
  }
}
