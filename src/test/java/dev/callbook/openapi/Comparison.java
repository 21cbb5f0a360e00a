package dev.callbook.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.openapi.PublicOperation.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds where the document says something else than the public API. Each difference has a short
/// name, for [Allowances], and a sentence.
final class Comparison {
  private static final Path MODELS = Path.of("src", "test", "resources", "contract", "models.json");
  private static final Set<String> NO_MODEL = Set.of("", "void", "object", "Empty");

  private final JsonNode document;
  private final JsonNode models;
  private final Map<String, String> found = new TreeMap<>();
  private final Set<String> compared = new HashSet<>();

  Comparison(JsonNode document) {
    this.document = document;
    try {
      models = new ObjectMapper().readTree(Files.readString(MODELS)).path("models");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sentences by the difference's short name.
  Map<String, String> found() {
    return found;
  }

  /// @param ours the document's operation
  void operation(PublicOperation theirs, JsonNode ours) {
    if (!ours.path("operationId").asText().equals(theirs.id()) && theirs.id().matches("\\w+")) {
      differ("id " + theirs.id(), "its operationId is " + ours.path("operationId").asText());
    }
    parameters(theirs, ours);
    permissions(theirs, ours.path("x-callbook-permissions"));
    model(
        "body " + theirs.id(),
        theirs.body(),
        ours.at("/requestBody/content/application~1json/schema"));
    model("answer " + theirs.id(), theirs.answer(), answer(ours));
  }

  private static JsonNode answer(JsonNode ours) {
    return ours.path("responses").properties().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .map(answer -> answer.getValue().at("/content/application~1json/schema"))
        .filter(schema -> !schema.isMissingNode())
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  private void parameters(PublicOperation theirs, JsonNode ours) {
    Map<String, JsonNode> described =
        ours.path("parameters")
            .valueStream()
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .collect(Collectors.toMap(p -> p.path("name").asText(), p -> p));
    for (Query query : theirs.query()) {
      JsonNode parameter = described.remove(query.name());
      String name = theirs.id() + "?" + query.name();
      if (parameter == null) {
        differ(
            "missing " + name,
            "the method takes no @QueryParam(\"" + query.name() + "\"), a " + query.type());
      } else {
        parameter(name, query, parameter);
      }
    }
    described
        .keySet()
        .forEach(name ->
            differ("extra " + theirs.id() + "?" + name, "the public API has no such parameter"));
  }

  private void parameter(String name, Query theirs, JsonNode ours) {
    JsonNode schema = ours.path("schema");
    String type = schema.path("type").asText();
    JsonNode one = type.equals("array") ? schema.path("items") : schema;
    String whole = type.equals("array") ? "array<" + one.path("type").asText() + ">" : type;
    if (!whole.equals(theirs.type())) {
      differ("type " + name, "it is a " + theirs.type() + ", described as " + whole);
    }
    if (ours.path("required").asBoolean() != theirs.required()) {
      differ("required " + name, "it is " + (theirs.required() ? "" : "not ") + "required");
    }
    Set<String> values =
        one.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    if (!values.equals(theirs.allowed())) {
      differ("values " + name, "they are " + theirs.allowed() + ", described are " + values);
    }
  }

  private void permissions(PublicOperation theirs, JsonNode ours) {
    Set<String> names =
        ours.path("names").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    if (!names.equals(theirs.permissions())) {
      differ(
          "permissions " + theirs.id(),
          "they are " + theirs.permissions() + ", @Requires has " + names);
    } else if (names.size() > 1 && ours.path("mode").asText().equals("ALL") != theirs.needsAll()) {
      differ("mode " + theirs.id(), "it is " + (theirs.needsAll() ? "ALL" : "ANY"));
    }
  }

  private void model(String place, String model, JsonNode schema) {
    if (model.startsWith("form: ")) {
      return;
    }
    if (NO_MODEL.contains(model)) {
      if (schema.has("$ref")) {
        differ(place, "the public API has none here");
      }
    } else if (schema.isMissingNode()) {
      differ(place, "it is a " + model + "; described is none");
    } else if (models.has(model)) {
      type(place, pointer(model), schema);
    } else if (model.startsWith("Array<")) {
      type(
          place,
          new ObjectMapper()
              .createObjectNode()
              .put("type", "array")
              .set("items", pointer(model.substring(6, model.length() - 1))),
          schema);
    }
  }

  private static JsonNode pointer(String model) {
    return Character.isUpperCase(model.charAt(0))
        ? new ObjectMapper().createObjectNode().put("$ref", model)
        : new ObjectMapper().createObjectNode().put("type", model);
  }

  /// @param theirs as `models.json` has it: a model's name or a type
  /// @param ours as OpenAPI has it
  private void type(String place, JsonNode theirs, JsonNode ours) {
    if (theirs.has("$ref")) {
      String model = theirs.path("$ref").asText();
      JsonNode schema = resolve(ours);
      if (schema.path("properties").isMissingNode()) {
        differ("type " + place, "it is a " + model + ", described without its fields: " + ours);
      } else {
        fields(model, ours.path("$ref").asText(), schema.path("properties"));
      }
      return;
    }
    String type = theirs.path("type").asText();
    String described = resolve(ours).path("type").asText();
    if (type.equals("object") && described.isEmpty()) {
      return;
    }
    if (!type.equals(described) && !(type.equals("object") && ours.isEmpty())) {
      differ("type " + place, "it is a " + type + ", described is " + ours);
    } else if (type.equals("array")) {
      type(place + "[]", theirs.path("items"), ours.path("items"));
    } else if (theirs.path("format").asText().equals("date-time")
        && !ours.path("format").asText().equals("date-time")) {
      differ("type " + place, "it is a date-time, described is " + ours);
    } else if (theirs.has("enum")) {
      values(place, theirs.path("enum"), ours.path("enum"));
    }
  }

  private void values(String place, JsonNode theirs, JsonNode ours) {
    Set<String> want = theirs.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    Set<String> have = ours.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    if (!want.equals(have)) {
      differ("values " + place, "they are " + want + ", described are " + have);
    }
  }

  private void fields(String model, String schema, JsonNode ours) {
    if (!compared.add(model + " " + schema)) {
      return;
    }
    JsonNode theirs = models.path(model).path("fields");
    theirs
        .properties()
        .forEach(field -> {
          String place = within(model, schema) + field.getKey();
          JsonNode described = ours.path(field.getKey());
          if (described.isMissingNode()) {
            differ("missing " + place, "the Java type has no such field; it is " + text(field));
          } else {
            type(place, field.getValue(), described);
          }
        });
    ours.fieldNames()
        .forEachRemaining(name -> {
          if (!theirs.has(name)) {
            differ("extra " + within(model, schema) + name, "the public model has no such field");
          }
        });
  }

  /// `User(NoteAuthor).` where our shape has another name.
  private static String within(String model, String pointer) {
    String schema = pointer.replaceFirst(".*/", "");
    return model + (schema.equals(model) ? "" : "(" + schema + ")") + ".";
  }

  private static String text(Map.Entry<String, JsonNode> field) {
    JsonNode type = field.getValue();
    return type.has("$ref") ? type.path("$ref").asText() : type.path("type").asText();
  }

  private JsonNode resolve(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : document.at(ref.substring(1));
  }

  private void differ(String name, String sentence) {
    found.put(name, sentence);
  }
}
