package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.platform.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The next version of a schema while its author works on it: a document of which nothing is kept
/// yet. Every step gives another one.
///
/// @param document as [SchemaChecks] let it through
record SchemaSketch(ObjectNode document) {
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final String DISABLED = "_disabled";

  /// One without any field.
  static SchemaSketch empty() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.putObject(PROPERTIES);
    return new SchemaSketch(document);
  }

  /// Its fields in their order.
  Map<String, SchemaField> fields() {
    return SchemaField.of(document);
  }

  private ObjectNode properties() {
    return (ObjectNode) document.path(PROPERTIES);
  }

  /// What the document says of a field; nothing but its type for one that is new.
  ObjectNode property(String key, CoreType type) {
    if (properties().get(key) instanceof ObjectNode held) {
      return held.deepCopy();
    }
    ObjectNode blank = document.objectNode();
    blank.putArray("allOf").addObject().put("$ref", "#/definitions/" + type.word());
    return blank;
  }

  /// The field as `property` says; at the end if it is new.
  SchemaSketch with(String key, ObjectNode property, boolean required) {
    ObjectNode changed = document.deepCopy();
    ((ObjectNode) changed.get(PROPERTIES)).set(key, property);
    return require(changed, key, required);
  }

  /// Takes a field out of use: it keeps its values and takes no new one.
  SchemaSketch retiring(String key) {
    ObjectNode changed = document.deepCopy();
    ((ObjectNode) changed.at("/properties/" + key)).put(DISABLED, true);
    return require(changed, key, false);
  }

  /// Brings a field back into use.
  SchemaSketch restoring(String key) {
    ObjectNode changed = document.deepCopy();
    ((ObjectNode) changed.at("/properties/" + key)).remove(DISABLED);
    return new SchemaSketch(changed);
  }

  /// Without a field. Only one that no version has can go.
  SchemaSketch without(String key) {
    ObjectNode changed = document.deepCopy();
    ((ObjectNode) changed.get(PROPERTIES)).remove(key);
    return require(changed, key, false);
  }

  /// The field `steps` places further down; no further than the ends.
  SchemaSketch moving(String key, int steps) {
    List<String> order = new ArrayList<>(keys());
    int at = order.indexOf(key);
    order.remove(at);
    order.add(Math.clamp((long) at + steps, 0, order.size()), key);
    return ordered(order);
  }

  /// The same fields in this order.
  SchemaSketch ordered(List<String> order) {
    ObjectNode changed = document.deepCopy();
    ObjectNode sorted = document.objectNode();
    order.forEach(key -> sorted.set(key, properties().get(key)));
    changed.set(PROPERTIES, sorted);
    return new SchemaSketch(changed);
  }

  List<String> keys() {
    return properties().propertyStream().map(Map.Entry::getKey).toList();
  }

  boolean has(String key) {
    return properties().has(key);
  }

  /// A key for a new field: the letters and digits of its title, its type, and where that is taken,
  /// a number between.
  String freshKey(String title, CoreType type) {
    String name =
        String.join("_", Folding.words(title))
            .replaceAll("[^a-z0-9_]+", "")
            .replaceAll("^[_0-9]+|_+$", "");
    String start = name.isEmpty() ? "field" : name;
    // Room for the number.
    start = start.substring(0, Math.min(start.length(), SchemaLimits.FIELD_NAME - 4));
    String key = start + "_" + type.word();
    for (int i = 2; has(key); i++) {
      key = start + "_" + i + "_" + type.word();
    }
    return key;
  }

  /// What two people made of the same version, in one: each field as the other has it, unless this
  /// one changed it. Fields that only one of them has stay; the order is this one's.
  ///
  /// @param seen the version that this one began with
  /// @param theirs the version that was published meanwhile
  SchemaSketch onto(SchemaSketch seen, SchemaSketch theirs) {
    List<String> order = new ArrayList<>(keys());
    theirs.keys().stream().filter(key -> !order.contains(key)).forEach(order::add);
    SchemaSketch result = new SchemaSketch(theirs.document().deepCopy());
    for (SchemaField field : fields().values()) {
      String key = field.key();
      if (!theirs.has(key) || isChanged(seen, key)) {
        result = result.with(key, property(key, field.type()), field.required());
      }
    }
    return result.ordered(order);
  }

  /// Whether a field differs from what another document says of it.
  boolean isChanged(SchemaSketch other, String key) {
    return !Objects.equals(fields().get(key), other.fields().get(key))
        || !Objects.equals(properties().get(key), other.properties().get(key));
  }

  private static SchemaSketch require(ObjectNode changed, String key, boolean required) {
    ArrayNode names = changed.arrayNode();
    boolean isListed = false;
    for (JsonNode name : changed.path(REQUIRED)) {
      boolean isThis = name.asText().equals(key);
      isListed |= isThis;
      if (!isThis || required) {
        names.add(name.asText());
      }
    }
    if (required && !isListed) {
      names.add(key);
    }
    changed.set(REQUIRED, names);
    return new SchemaSketch(changed);
  }
}
