package dev.callbook.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The document as the page shows it.
///
/// @param groups operations by tag
/// @param shapes by name
record DescriptionView(String version, List<Group> groups, List<Shape> shapes) {
  /// Operations with one tag.
  record Group(String name, List<Item> operations) {}

  /// One operation.
  ///
  /// @param permissions joined by `|` or `+`; empty where it needs none
  /// @param body what it takes; without text where it takes nothing
  record Item(
      String id,
      String method,
      String path,
      String permissions,
      List<Part> parameters,
      Type body,
      List<Answer> answers) {}

  /// A parameter or a field.
  record Part(String name, String in, boolean required, Type type) {}

  /// A type in words. @param shape the name of the shape it is made of; empty where of none
  record Type(String text, String shape) {
    public boolean isShape() {
      return !shape.isEmpty();
    }
  }

  /// A status of success and what comes with it.
  record Answer(String status, Type type) {}

  /// A type with fields of its own.
  record Shape(String name, List<Part> fields) {}

  static DescriptionView of(JsonNode document) {
    Map<String, List<Item>> byTag = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        byTag
            .computeIfAbsent(
                operation.getValue().at("/tags/0").asText(), _ -> new java.util.ArrayList<>())
            .add(item(path.getKey(), operation.getKey(), operation.getValue()));
      }
    }
    return new DescriptionView(
        document.at("/info/version").asText(),
        byTag.entrySet().stream().map(tag -> new Group(tag.getKey(), tag.getValue())).toList(),
        document.at("/components/schemas").properties().stream()
            .map(schema ->
                new Shape(schema.getKey(), fields(schema.getValue().path("properties")).toList()))
            .toList());
  }

  private static Item item(String path, String method, JsonNode operation) {
    JsonNode permissions = operation.path("x-callbook-permissions");
    return new Item(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        permissions
            .path("names")
            .valueStream()
            .map(JsonNode::asText)
            .collect(
                Collectors.joining(
                    permissions.path("mode").asText().equals("ALL") ? " + " : " | ")),
        operation.path("parameters").valueStream().map(DescriptionView::parameter).toList(),
        content(operation.path("requestBody")),
        operation.path("responses").properties().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .map(answer -> new Answer(answer.getKey(), content(answer.getValue())))
            .toList());
  }

  private static Part parameter(JsonNode parameter) {
    return new Part(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        type(parameter.path("schema")));
  }

  private static Stream<Part> fields(JsonNode properties) {
    return properties.properties().stream()
        .map(field -> new Part(field.getKey(), "", false, type(field.getValue())));
  }

  private static Type content(JsonNode holder) {
    return holder.path("content").properties().stream()
        .map(content -> type(content.getValue().path("schema")))
        .findFirst()
        .orElse(new Type("", ""));
  }

  private static Type type(JsonNode schema) {
    if (schema.has("$ref")) {
      String shape = schema.path("$ref").asText().replaceFirst(".*/", "");
      return new Type(shape, shape);
    }
    if (schema.path("type").asText().equals("array")) {
      Type item = type(schema.path("items"));
      return new Type(item.text() + "[]", item.shape());
    }
    String format = schema.path("format").asText();
    String values =
        schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(" | "));
    String name = schema.path("type").asText("any");
    return new Type(values.isEmpty() ? (format.isEmpty() ? name : format) : values, "");
  }
}
