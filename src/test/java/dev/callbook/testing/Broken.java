package dev.callbook.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A body that breaks what the API's description says of one field.
///
/// @param field the name that the refusal must give; empty where the value may be taken
public record Broken(String field, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "\"broken\"";
  private static final int MAX_DEPTH = 6;
  private static final String LONG = "\"" + "x".repeat(50_000) + "\"";
  private static final String DEEP = "[".repeat(500) + "]".repeat(500);

  /// Every field of a schema, with each of the values that do not fit it.
  ///
  /// @param document where the schema's pointers lead
  /// @param valid a body that is taken; whatever else it holds stays
  public static Stream<Broken> bodies(JsonNode document, JsonNode schema, String valid) {
    List<Broken> all = new ArrayList<>();
    if (!schema.isMissingNode()) {
      fields(document, schema, new ArrayList<>(), valid, all);
    }
    return all.stream();
  }

  private static void fields(
      JsonNode document, JsonNode schema, List<String> path, String valid, List<Broken> all) {
    if (path.size() > MAX_DEPTH) {
      return;
    }
    JsonNode own = resolve(document, schema);
    if (!path.isEmpty()) {
      spoil(own, path, valid, all);
    }
    own.path("properties")
        .properties()
        .forEach(
            field -> fields(document, field.getValue(), longer(path, field.getKey()), valid, all));
    if (own.path("type").asText().equals("array")) {
      fields(document, own.path("items"), longer(path, "0"), valid, all);
    }
  }

  private static List<String> longer(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static JsonNode resolve(JsonNode document, JsonNode schema) {
    String pointer = schema.path("$ref").asText();
    return pointer.isEmpty() ? schema : document.at(pointer.substring(1));
  }

  private static void spoil(JsonNode schema, List<String> path, String valid, List<Broken> all) {
    String type = schema.path("type").asText();
    for (String value : misfits(schema, type)) {
      all.add(new Broken(name(path), body(path, value, valid)));
    }
    for (String value : List.of("null", LONG, DEEP, "\"\\u0000\"", "\"\\ud800\"", "1e400")) {
      all.add(new Broken("", body(path, value, valid)));
    }
    if (type.equals("array")) {
      String many = "[" + "null,".repeat(2_000) + "null]";
      all.add(new Broken("", body(path, many, valid)));
    }
    all.add(new Broken("", twice(path, valid)));
  }

  private static List<String> misfits(JsonNode schema, String type) {
    if (schema.has("enum") && !schema.path("readOnly").asBoolean()) {
      return List.of("\"nonsense\"", "7", "{}");
    }
    return switch (type) {
      case "string" ->
          schema.path("format").asText().startsWith("date")
              ? List.of("\"yesterday\"", "\"2026-13-45T99:00:00Z\"", "{}")
              : List.of("7", "true", "{}", "[]");
      case "integer" -> List.of("\"x\"", "true", "0.5", "123456789012345678901234567890", "{}");
      case "boolean" -> List.of("\"x\"", "7", "{}");
      case "array" -> List.of("\"x\"", "7");
      case "object" -> List.of("\"x\"", "7", "[]");
      default -> List.of();
    };
  }

  /// `entities[0].workPhone.display`
  private static String name(List<String> path) {
    StringBuilder name = new StringBuilder();
    for (String step : path) {
      boolean isIndex = step.equals("0");
      name.append(isIndex ? "[0]" : name.isEmpty() ? step : "." + step);
    }
    return name.toString();
  }

  /// The valid body with this value at the path.
  private static String body(List<String> path, String value, String valid) {
    return marked(path, valid).toString().replace(MARK, value);
  }

  private static String twice(List<String> path, String valid) {
    String last = "\"" + path.getLast() + "\":" + MARK;
    return marked(path, valid).toString().replace(last, last + "," + last);
  }

  private static ObjectNode marked(List<String> path, String valid) {
    ObjectNode body = read(valid);
    JsonNode mark = JsonNodeFactory.instance.textNode("broken");
    // Whatever is on the way is made anew, so that nothing but the path decides.
    for (int i = path.size() - 1; i > 0; i--) {
      mark =
          path.get(i).equals("0")
              ? JsonNodeFactory.instance.arrayNode().add(mark)
              : JsonNodeFactory.instance.objectNode().set(path.get(i), mark);
    }
    return body.set(path.getFirst(), mark);
  }

  private static ObjectNode read(String json) {
    try {
      return JSON.readTree(json.isBlank() ? "{}" : json) instanceof ObjectNode object
          ? object
          : JSON.createObjectNode();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
