package dev.callbook.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which value wins, field by field, when what is given meets what is stored. Null, an empty text
/// and an empty list are no value, since some clients send `[]` for every list they do not set.
///
/// @param byPath the rules for single fields: `address`, `address.city`; one for a field counts for
///   whatever is in it that has none of its own
record FieldRules(Action action, ArrayAction arrayAction, Map<String, Rule> byPath) {
  /// Which value wins.
  enum Action {
    /// the given one, even if it is none
    AlwaysUseProvided,
    /// the stored one, if there is one
    PreferExisting,
    /// the given one, if there is one
    PreferProvided
  }

  /// What becomes of a list.
  enum ArrayAction {
    /// one list wins, as for any other field
    Replace,
    /// the stored items and all given ones that are not among them
    Extend,
    /// the stored items and as many of the given ones as there is room for
    Fill
  }

  /// @param action null where the general one counts
  record Rule(@Nullable Action action, @Nullable ArrayAction arrayAction) {}

  static final FieldRules USUAL = new FieldRules(Action.PreferProvided, ArrayAction.Fill, Map.of());

  /// Fields that are merged part by part; others are one value, such as a number with its
  /// extension, unless a rule names a part of them.
  private static final Set<String> IN_PARTS = Set.of("address", "customFields");

  private static final Map<String, Integer> ROOM =
      Map.of("externalIds", 10, "appleOpaqueIds", 10, "customFields", 10);
  private static final int USUAL_ROOM = 100;

  /// @param fields those that can be written; the others stay as stored
  ObjectNode merge(ObjectNode stored, ObjectNode given, Set<String> fields) {
    ObjectNode merged = stored.deepCopy();
    fields.forEach(field -> put(merged, field, field, stored.get(field), given.get(field)));
    return merged;
  }

  private void put(
      ObjectNode into,
      String name,
      String path,
      @Nullable JsonNode stored,
      @Nullable JsonNode given) {
    JsonNode value = combined(path, stored, given);
    if (value == null) {
      into.remove(name);
    } else {
      into.set(name, value);
    }
  }

  private @Nullable JsonNode combined(
      String path, @Nullable JsonNode stored, @Nullable JsonNode given) {
    if (isList(stored, given) && arrayActionOf(path) != ArrayAction.Replace) {
      return extended(path, stored, given);
    }
    if (isInParts(path) && isObject(stored, given)) {
      return inParts(path, stored, given);
    }
    return switch (actionOf(path)) {
      case AlwaysUseProvided -> valueOf(given);
      case PreferExisting -> valueOf(stored) == null ? valueOf(given) : stored;
      case PreferProvided -> valueOf(given) == null ? stored : given;
    };
  }

  private @Nullable JsonNode inParts(
      String path, @Nullable JsonNode stored, @Nullable JsonNode given) {
    ObjectNode old = stored instanceof ObjectNode object ? object : null;
    ObjectNode added = given instanceof ObjectNode object ? object : null;
    ObjectNode whole = old == null ? Objects.requireNonNull(added).objectNode() : old.deepCopy();
    Set<String> names = new HashSet<>();
    Stream.of(old, added)
        .filter(Objects::nonNull)
        .forEach(part -> part.fieldNames().forEachRemaining(names::add));
    for (String name : names) {
      put(
          whole,
          name,
          path + "." + name,
          old == null ? null : old.get(name),
          added == null ? null : added.get(name));
    }
    return valueOf(whole);
  }

  private @Nullable JsonNode extended(
      String path, @Nullable JsonNode stored, @Nullable JsonNode given) {
    if (!(given instanceof ArrayNode added) || added.isEmpty()) {
      return stored;
    }
    ArrayNode all = added.arrayNode();
    Set<String> known = new LinkedHashSet<>();
    if (stored instanceof ArrayNode items) {
      items.forEach(item -> {
        all.add(item);
        known.add(keyOf(item));
      });
    }
    int room =
        arrayActionOf(path) == ArrayAction.Extend
            ? Integer.MAX_VALUE
            : ROOM.getOrDefault(root(path), USUAL_ROOM);
    for (JsonNode item : added) {
      if (all.size() < room && known.add(keyOf(item))) {
        all.add(item);
      }
    }
    return all;
  }

  /// What makes two items the same, however they are written: the number of a line, the address of
  /// an e-mail, whatever their label; the source and the value of an external id.
  private static String keyOf(JsonNode item) {
    if (!item.isObject()) {
      return item.asText().strip();
    }
    if (item.has("externalSource")) {
      return item.path("externalSource").path("id").asText().toLowerCase(Locale.ROOT)
          + " "
          + item.path("value").asText().strip();
    }
    if (item.has("address")) {
      return item.path("address").asText().strip().toLowerCase(Locale.ROOT);
    }
    if (item.has("display")) {
      return (item.has("e164") ? item.path("e164") : item.path("display")).asText()
          + " "
          + item.path("extension").asText();
    }
    return item.toString();
  }

  /// The field of the record that a path begins with.
  static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private Action actionOf(String path) {
    return rule(path).map(Rule::action).orElse(action);
  }

  private ArrayAction arrayActionOf(String path) {
    return rule(path).map(Rule::arrayAction).orElse(arrayAction);
  }

  private Optional<Rule> rule(String path) {
    for (String at = path; ; at = at.substring(0, at.lastIndexOf('.'))) {
      if (byPath.containsKey(at)) {
        return Optional.ofNullable(byPath.get(at));
      }
      if (at.lastIndexOf('.') < 0) {
        return Optional.empty();
      }
    }
  }

  private boolean isInParts(String path) {
    return IN_PARTS.contains(path)
        || byPath.keySet().stream().anyMatch(named -> named.startsWith(path + "."));
  }

  private static boolean isList(@Nullable JsonNode stored, @Nullable JsonNode given) {
    return stored instanceof ArrayNode || given instanceof ArrayNode;
  }

  private static boolean isObject(@Nullable JsonNode stored, @Nullable JsonNode given) {
    return stored instanceof ObjectNode || given instanceof ObjectNode;
  }

  private static @Nullable JsonNode valueOf(@Nullable JsonNode node) {
    boolean isNone =
        node == null
            || node.isNull()
            || (node.isContainerNode() && node.isEmpty())
            || (node.isTextual() && node.asText().isBlank());
    return isNone ? null : node;
  }
}
