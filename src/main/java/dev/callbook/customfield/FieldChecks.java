package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks the fields of a JSON schema, each against its core type. Names that begin with an
/// underscore are notes of the author's program and are kept as they come.
final class FieldChecks {
  private static final Set<String> OF_ALL = Set.of("allOf", "title", "description");
  private static final BigDecimal MAX = BigDecimal.valueOf(CoreType.MAX_NUMBER);

  private final Checks checks;

  FieldChecks(Checks checks) {
    this.checks = checks;
  }

  /// @param where the field's place: `jsonSchema.properties.tier_enum`
  /// @return the field as it is kept
  ObjectNode read(String where, CoreType type, JsonNode sent) {
    if (!(sent instanceof ObjectNode says)) {
      checks.note(where, "wrong.type", "A field is an object with allOf and title.");
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode kept = says.deepCopy();
    refuseUnknown(where, kept, Stream.of(OF_ALL, limits(type)));
    reference(where, type, says.path("allOf"));
    texts(where, kept);
    flag(where, kept, "_disabled");
    switch (type) {
      case TEXT, LONGTEXT, URL, IDENTIFIER ->
          range(where, kept, "minLength", "maxLength", type.maxLength());
      case ENUM -> options(where, kept);
      case TAG -> tags(where, kept);
      case INTEGER, NUMBER -> bounds(where, kept, type == CoreType.INTEGER);
      case DATE, DATETIME, CHECKBOX -> {
        // no limits to set
      }
    }
    return kept;
  }

  /// What an author may limit in a field of the type.
  static Set<String> limits(CoreType type) {
    return switch (type) {
      case TEXT, LONGTEXT, URL, IDENTIFIER -> Set.of("minLength", "maxLength");
      case ENUM -> Set.of("enum");
      case TAG -> Set.of("items", "minItems", "maxItems", "uniqueItems");
      case INTEGER, NUMBER -> Set.of("minimum", "maximum");
      case DATE, DATETIME, CHECKBOX -> Set.of();
    };
  }

  private void refuseUnknown(String where, ObjectNode kept, Stream<Set<String>> known) {
    Set<String> names = known.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    for (String name : new LinkedHashSet<>(namesOf(kept))) {
      if (kept.get(name).isNull()) {
        kept.remove(name);
      } else if (!names.contains(name) && !name.startsWith("_")) {
        checks.note(
            where,
            "unknown",
            "This core type knows "
                + names.stream().sorted().collect(Collectors.joining(", "))
                + ".");
      }
    }
  }

  private static Set<String> namesOf(ObjectNode node) {
    return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private void reference(String where, CoreType type, JsonNode sent) {
    String wanted = "#/definitions/" + type.word();
    boolean isRight =
        sent.isArray()
            && sent.size() == 1
            && sent.get(0).size() == 1
            && sent.get(0).path("$ref").asText().equals(wanted);
    if (!isRight) {
      checks.note(
          where + ".allOf",
          sent.isMissingNode() ? "required" : "fixed",
          "The key says which core type it is: allOf must be [{\"$ref\": \"" + wanted + "\"}].");
    }
  }

  private void texts(String where, ObjectNode kept) {
    String title = text(where + ".title", kept.get("title"), SchemaLimits.FIELD_TITLE);
    if (title == null) {
      checks.note(where + ".title", "required", "A field needs the title that people see.");
    } else {
      kept.put("title", title);
    }
    String description =
        text(where + ".description", kept.get("description"), SchemaLimits.DESCRIPTION);
    if (description == null) {
      kept.remove("description");
    } else {
      kept.put("description", description);
    }
  }

  private @Nullable String text(String field, @Nullable JsonNode sent, int maxLength) {
    if (sent != null && !sent.isTextual()) {
      checks.note(field, "wrong.type", field + " must be a text.");
      return "";
    }
    return checks.text(field, sent == null ? null : sent.asText(), maxLength);
  }

  private void flag(String where, ObjectNode kept, String name) {
    if (kept.has(name) && !kept.get(name).isBoolean()) {
      checks.note(where + "." + name, "wrong.type", name + " must be true or false.");
    }
  }

  /// Two whole numbers from 0 to `most`, the first no larger than the second.
  private void range(String where, ObjectNode kept, String least, String largest, int most) {
    Integer from = whole(where + "." + least, kept.get(least), 0, most);
    Integer to = whole(where + "." + largest, kept.get(largest), 1, most);
    if (from != null && to != null && from > to) {
      checks.note(
          where + "." + least,
          "invalid.value",
          least + " must not be larger than " + largest + ".");
    }
  }

  private @Nullable Integer whole(String field, @Nullable JsonNode sent, int least, int most) {
    if (sent == null) {
      return null;
    }
    if (!sent.canConvertToInt()
        || !sent.isIntegralNumber()
        || sent.intValue() < least
        || sent.intValue() > most) {
      checks.note(
          field,
          "invalid.value",
          field + " must be a whole number from " + least + " to " + most + ".",
          new Problem.OutOfRange(least, most));
      return null;
    }
    return sent.intValue();
  }

  private void tags(String where, ObjectNode kept) {
    range(where, kept, "minItems", "maxItems", CoreType.MAX_TAGS);
    flag(where, kept, "uniqueItems");
    JsonNode items = kept.get("items");
    if (items instanceof ObjectNode lengths) {
      refuseUnknown(where + ".items", lengths, Stream.of(Set.of("minLength", "maxLength")));
      range(where + ".items", lengths, "minLength", "maxLength", CoreType.TAG.maxLength());
    } else if (items != null) {
      checks.note(where + ".items", "wrong.type", "items holds minLength and maxLength.");
    }
  }

  private void bounds(String where, ObjectNode kept, boolean wholeOnly) {
    BigDecimal from = bound(where + ".minimum", kept.get("minimum"), wholeOnly);
    BigDecimal to = bound(where + ".maximum", kept.get("maximum"), wholeOnly);
    if (from != null && to != null && from.compareTo(to) > 0) {
      checks.note(where + ".minimum", "invalid.value", "minimum must not be larger than maximum.");
    }
  }

  private @Nullable BigDecimal bound(String field, @Nullable JsonNode sent, boolean wholeOnly) {
    if (sent == null) {
      return null;
    }
    boolean isNumber =
        sent.isNumber()
            && Double.isFinite(sent.doubleValue())
            && (!wholeOnly || sent.isIntegralNumber())
            && sent.decimalValue().abs().compareTo(MAX) <= 0;
    if (!isNumber) {
      checks.note(
          field,
          "invalid.value",
          field
              + (wholeOnly ? " must be a whole number from -" : " must be a number from -")
              + MAX
              + " to "
              + MAX
              + ".");
      return null;
    }
    return sent.decimalValue();
  }

  private void options(String where, ObjectNode kept) {
    JsonNode sent = kept.path("enum");
    if (!sent.isArray() || sent.isEmpty() || sent.size() > CoreType.MAX_OPTIONS) {
      checks.note(
          where + ".enum",
          "invalid.value",
          "enum must be a list of 1 to " + CoreType.MAX_OPTIONS + " options.",
          new Problem.TooMany(CoreType.MAX_OPTIONS));
      return;
    }
    Set<String> options = new LinkedHashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String field = where + ".enum[" + i + "]";
      String option =
          sent.get(i).isTextual()
              ? checks.text(field, sent.get(i).asText(), CoreType.ENUM.maxLength())
              : null;
      if (option == null) {
        checks.note(field, "invalid.value", "An option is a text of 1 to 100 characters.");
      } else if (!options.add(option)) {
        checks.note(field, "invalid.value", "Each option may stand here once.");
      }
    }
    ArrayNode tidy = kept.putArray("enum");
    options.forEach(tidy::add);
    properties(where + "._enumProperties", kept.get("_enumProperties"), options);
  }

  private void properties(String where, @Nullable JsonNode sent, Set<String> options) {
    if (sent == null) {
      return;
    }
    if (!sent.isObject()) {
      checks.note(where, "wrong.type", "_enumProperties holds an object for each option.");
      return;
    }
    for (Map.Entry<String, JsonNode> one : sent.properties()) {
      if (!options.contains(one.getKey())) {
        checks.note(where, "unknown", "_enumProperties must name options of enum only.");
      } else if (!(one.getValue() instanceof ObjectNode more)) {
        checks.note(where, "wrong.type", "_enumProperties holds an object for each option.");
      } else {
        flag(where, more, "_disabled");
        text(where + ".title", more.get("title"), SchemaLimits.FIELD_TITLE);
      }
    }
  }
}
