package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks a JSON schema as its author sent it: of draft-04 only what the core types know is let
/// through, so that nothing is promised that no value is held to.
final class SchemaChecks {
  static final String DRAFT = "http://json-schema.org/draft-04/schema#";

  private static final String ROOT = "jsonSchema";
  private static final String PROPERTIES = ROOT + ".properties";
  private static final Pattern DRAFT_04 =
      Pattern.compile("https?://json-schema\\.org/draft-04/schema#?");
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "$schema",
          "title",
          "description",
          "type",
          "required",
          "properties",
          "additionalProperties");

  private final Checks checks;

  private SchemaChecks(Checks checks) {
    this.checks = checks;
  }

  /// @param name the schema's, which is its title where it has none
  /// @return the document as it is kept
  static ObjectNode read(Checks checks, String name, @Nullable ObjectNode sent) {
    return new SchemaChecks(checks).document(name, sent);
  }

  private ObjectNode document(String name, @Nullable ObjectNode sent) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    if (sent == null) {
      checks.note(ROOT, "required", "A schema needs its jsonSchema.");
      return kept;
    }
    if (checks.fields(ROOT, sent) == null) {
      checks.note(PROPERTIES, "required", "A schema needs its properties, at least {}.");
      return kept;
    }
    unknown(ROOT, sent, KNOWN);
    kept.put("$schema", DRAFT);
    if (sent.hasNonNull("$schema") && !DRAFT_04.matcher(sent.get("$schema").asText()).matches()) {
      checks.note(ROOT + ".$schema", "invalid.value", "$schema must be " + DRAFT + ".");
    }
    kept.put("title", text(ROOT + ".title", sent.get("title"), name, SchemaLimits.SCHEMA_NAME));
    String description =
        text(ROOT + ".description", sent.get("description"), "", SchemaLimits.DESCRIPTION);
    if (!description.isEmpty()) {
      kept.put("description", description);
    }
    if (sent.hasNonNull("type") && !sent.get("type").asText().equals("object")) {
      checks.note(ROOT + ".type", "invalid.value", "type must be object.");
    }
    kept.put("type", "object");
    ObjectNode properties = properties(sent.get("properties"));
    kept.set("properties", properties);
    kept.set("required", required(sent.get("required"), properties));
    additional(sent.get("additionalProperties"));
    kept.put("additionalProperties", false);
    return kept;
  }

  private ObjectNode properties(@Nullable JsonNode sent) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    if (!(sent instanceof ObjectNode properties)) {
      checks.note(PROPERTIES, "required", "A schema needs its properties, at least {}.");
      return kept;
    }
    if (properties.size() > SchemaLimits.FIELDS) {
      checks.note(
          PROPERTIES,
          "too.many",
          "A schema may have " + SchemaLimits.FIELDS + " fields; " + properties.size() + " came.",
          new Problem.TooMany(SchemaLimits.FIELDS));
      return kept;
    }
    FieldChecks fields = new FieldChecks(checks);
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      key(property.getKey())
          .ifPresent(type ->
              kept.set(
                  property.getKey(),
                  fields.read(PROPERTIES + "." + property.getKey(), type, property.getValue())));
    }
    return kept;
  }

  /// Whether a field can have this key.
  static boolean isKey(String key) {
    int name = key.lastIndexOf('_');
    return name >= 1
        && name <= SchemaLimits.FIELD_NAME
        && KEY.matcher(key).matches()
        && CoreType.ofKey(key).isPresent();
  }

  private Optional<CoreType> key(String key) {
    if (!isKey(key)) {
      checks.note(
          PROPERTIES,
          "invalid.value",
          "A field's key is a name of 1 to "
              + SchemaLimits.FIELD_NAME
              + " letters, digits and underscores that begins with a letter, an underscore and a"
              + " core type: tier_enum.");
      return Optional.empty();
    }
    return CoreType.ofKey(key);
  }

  private ArrayNode required(@Nullable JsonNode sent, ObjectNode properties) {
    ArrayNode kept = properties.arrayNode();
    if (sent == null || sent.isNull()) {
      return kept;
    }
    if (!sent.isArray()) {
      checks.note(ROOT + ".required", "wrong.type", "required must be a list of keys.");
      return kept;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String field = ROOT + ".required[" + i + "]";
      String key = sent.get(i).asText();
      if (!sent.get(i).isTextual() || !properties.has(key)) {
        checks.note(field, "unknown", "required must name fields of the schema only.");
      } else if (properties.get(key).path("_disabled").asBoolean()) {
        checks.note(field, "disabled", "A field that is disabled cannot be required.");
      } else if (seen.add(key)) {
        kept.add(key);
      }
    }
    return kept;
  }

  private void additional(@Nullable JsonNode sent) {
    boolean isNothing =
        sent == null
            || sent.isNull()
            || (sent.isBoolean() && !sent.booleanValue())
            || (sent.isObject() && sent.isEmpty());
    if (!isNothing) {
      checks.note(
          ROOT + ".additionalProperties",
          "invalid.value",
          "additionalProperties must be false: a value needs a field that describes it.");
    }
  }

  private void unknown(String where, ObjectNode sent, Set<String> known) {
    sent.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name) && !name.startsWith("_")) {
            checks.note(
                where, "unknown", "A schema knows " + String.join(", ", sorted(known)) + ".");
          }
        });
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private String text(String field, @Nullable JsonNode sent, String otherwise, int maxLength) {
    if (sent == null || sent.isNull()) {
      return otherwise;
    }
    if (!sent.isTextual()) {
      checks.note(field, "wrong.type", field + " must be a text.");
      return otherwise;
    }
    String text = checks.text(field, sent.asText(), maxLength);
    return text == null ? otherwise : text;
  }
}
