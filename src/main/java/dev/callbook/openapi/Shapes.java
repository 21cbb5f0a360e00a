package dev.callbook.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.wire.Among;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// JSON schemas of Java types: what Jackson would write, asked of Jackson.
///
/// Types with fields of their own stand under a name and are pointed at, so that they may contain
/// themselves.
final class Shapes {
  /// OpenAPI's type and format.
  private static final Map<Class<?>, List<String>> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, List.of("string")),
          Map.entry(UUID.class, List.of("string", "uuid")),
          Map.entry(Instant.class, List.of("string", "date-time")),
          Map.entry(LocalDate.class, List.of("string", "date")),
          Map.entry(boolean.class, List.of("boolean")),
          Map.entry(Boolean.class, List.of("boolean")),
          Map.entry(int.class, List.of("integer", "int32")),
          Map.entry(Integer.class, List.of("integer", "int32")),
          Map.entry(long.class, List.of("integer", "int64")),
          Map.entry(Long.class, List.of("integer", "int64")),
          Map.entry(double.class, List.of("number", "double")),
          Map.entry(Double.class, List.of("number", "double")),
          Map.entry(BigDecimal.class, List.of("number")),
          Map.entry(byte[].class, List.of("string", "binary")),
          Map.entry(InputStream.class, List.of("string", "binary")),
          Map.entry(ObjectNode.class, List.of("object")));

  private final ObjectMapper json;
  private final Map<JavaType, String> names = new HashMap<>();
  private final Set<JavaType> seen = new HashSet<>();
  private final Queue<JavaType> pending = new ArrayDeque<>();

  Shapes(ObjectMapper json) {
    this.json = json;
  }

  /// Gives a type the name it has in the public API. The first name stays.
  void name(Type type, String name) {
    JavaType known = json.constructType(type);
    if (hasFields(known) && !names.containsKey(known) && !names.containsValue(name)) {
      names.put(known, name);
    }
  }

  /// A type's schema, or a pointer to it.
  ObjectNode of(Type type) {
    return of(json.constructType(type));
  }

  /// All that were pointed at, by name.
  Map<String, ObjectNode> named() {
    Map<String, ObjectNode> byName = new TreeMap<>();
    for (JavaType next = pending.poll(); next != null; next = pending.poll()) {
      byName.put(names.getOrDefault(next, ""), fields(next));
    }
    return byName;
  }

  private ObjectNode of(JavaType type) {
    List<String> scalar = SCALARS.get(type.getRawClass());
    if (scalar != null) {
      ObjectNode schema = json.createObjectNode().put("type", scalar.getFirst());
      return scalar.size() == 1 ? schema : schema.put("format", scalar.getLast());
    }
    if (isAnything(type)) {
      return json.createObjectNode();
    }
    if (type.isEnumType()) {
      ObjectNode schema = json.createObjectNode().put("type", "string");
      ArrayNode values = schema.putArray("enum");
      for (Object constant : type.getRawClass().getEnumConstants()) {
        values.add(json.convertValue(constant, String.class));
      }
      return schema;
    }
    if (type.isMapLikeType()) {
      ObjectNode schema = json.createObjectNode().put("type", "object");
      return schema.set("additionalProperties", of(type.getContentType()));
    }
    if (type.isCollectionLikeType() || type.isArrayType()) {
      ObjectNode schema = json.createObjectNode().put("type", "array");
      return schema.set("items", of(type.getContentType()));
    }
    if (type.isReferenceType()) {
      return of(type.getReferencedType());
    }
    AnnotatedMember value = description(type).findJsonValueAccessor();
    return value == null ? pointer(type) : of(value.getType());
  }

  private static boolean isAnything(JavaType type) {
    return type.isJavaLangObject() || JsonNode.class.isAssignableFrom(type.getRawClass());
  }

  private boolean hasFields(JavaType type) {
    return !SCALARS.containsKey(type.getRawClass())
        && !isAnything(type)
        && !type.isEnumType()
        && !type.isContainerType()
        && !type.isReferenceType()
        && description(type).findJsonValueAccessor() == null;
  }

  private ObjectNode pointer(JavaType type) {
    String name = names.get(type);
    if (name == null) {
      name = freeName(type);
      names.put(type, name);
    }
    if (seen.add(type)) {
      pending.add(type);
    }
    return json.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  private String freeName(JavaType type) {
    String name = javaName(type);
    String feature = type.getRawClass().getPackageName().replaceFirst(".*\\.", "");
    return names.containsValue(name)
        ? Character.toUpperCase(feature.charAt(0)) + feature.substring(1) + name
        : name;
  }

  /// `ContactJson.TwitterJson` is `ContactTwitter`, `Bulk.Request<NoteJson>` is `NoteBulkRequest`.
  private String javaName(JavaType type) {
    Class<?> raw = type.getRawClass();
    Class<?> outer = raw.getEnclosingClass();
    String own = raw.getSimpleName().replaceFirst("Json$", "");
    String around =
        outer == null ? "" : outer.getSimpleName().replaceFirst("(Json|Api|References)$", "");
    String of =
        type.getBindings().getTypeParameters().stream()
            .filter(parameter -> !isAnything(parameter))
            .map(parameter -> names.getOrDefault(parameter, javaName(parameter)))
            .collect(Collectors.joining());
    return of + around + own;
  }

  private ObjectNode fields(JavaType type) {
    ObjectNode schema = json.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    addFields(type, properties);
    return schema;
  }

  private void addFields(JavaType type, ObjectNode properties) {
    for (BeanPropertyDefinition property : description(type).findProperties()) {
      if (property.couldSerialize()) {
        if (property.getAccessor().hasAnnotation(JsonUnwrapped.class)) {
          addFields(property.getPrimaryType(), properties);
        } else {
          properties.set(property.getName(), field(property));
        }
      }
    }
  }

  private ObjectNode field(BeanPropertyDefinition property) {
    ObjectNode schema = of(property.getPrimaryType());
    Among words = property.getAccessor().getAnnotation(Among.class);
    if (words != null) {
      ObjectNode one = schema.has("items") ? (ObjectNode) schema.path("items") : schema;
      ArrayNode values = one.putArray("enum");
      Stream.of(words.value()).forEach(values::add);
      if (words.isAnswered()) {
        schema.put("readOnly", true);
      }
    }
    return schema;
  }

  private BeanDescription description(JavaType type) {
    return json.getSerializationConfig().introspect(type);
  }
}
