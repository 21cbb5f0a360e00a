package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.directory.SchemaRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record's custom fields.
///
/// @param schema what the values follow
/// @param values by field key; null for none
public record CustomValues(@Nullable SchemaRef schema, @Nullable ObjectNode values) {
  public static final CustomValues NONE = new CustomValues(null, null);

  /// A value that the record is found by. @param key lower case
  public record SearchKey(String field, String key) {}

  /// Whether there is neither a schema nor a value.
  public boolean isNothing() {
    return schema == null && values == null;
  }

  /// The values of identifiers and tags, each once.
  public static Set<SearchKey> searchKeys(@Nullable ObjectNode values) {
    if (values == null) {
      return Set.of();
    }
    Set<SearchKey> keys = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      boolean isSearchable =
          CoreType.ofKey(value.getKey()).filter(CoreType::isSearchable).isPresent();
      if (isSearchable) {
        texts(value.getValue())
            .forEach(text -> keys.add(new SearchKey(value.getKey(), keyOf(text))));
      }
    }
    return keys;
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    value.valueStream().filter(JsonNode::isTextual).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /// What a typed text is found by.
  public static String keyOf(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
