package dev.callbook.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The wire's partial update: named fields of a record's JSON change, the rest stays. Source: model
/// `ExternalContactsPatchRequest`, CONTRACT section 7.
public record Patch(@Nullable List<@Nullable Change> changes) {
  private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z_][A-Za-z0-9_]*){1,4}");
  private static final int MAX_CHANGES = 100;

  /// What to do with one field.
  public enum Action {
    /// fills an empty field
    UpdateIfEmpty,
    /// overwrites a field that holds something
    UpdateIfExists,
    /// sets the field whatever it holds
    Update,
    /// adds the value, or each of the values, to a list
    AppendToCollection,
    /// empties the field
    Remove,
    /// takes the value, or each of the values, out of a list
    RemoveFromCollection
  }

  /// @param field a path of names: `$.address.city`
  public record Change(@Nullable String field, @Nullable Action action, @Nullable JsonNode value) {}

  /// Whether a change speaks of a field of the record itself, or of something within it.
  public boolean names(String name) {
    return changes != null
        && changes.stream()
            .map(change -> change == null ? null : change.field())
            .anyMatch(field -> field != null && (field + ".").startsWith("$." + name + "."));
  }

  /// @param entity the record's JSON; changed in place
  /// @throws Invalid naming the change that is malformed
  /// @throws Conflict if one change names a field and another its parent
  public void applyTo(ObjectNode entity) {
    if (changes == null || changes.isEmpty()) {
      throw new Invalid("changes", "required", "changes must hold at least one change.");
    }
    if (changes.size() > MAX_CHANGES) {
      throw new Refusal.TooMany("changes", MAX_CHANGES);
    }
    List<String> paths =
        java.util.stream.IntStream.range(0, changes.size()).mapToObj(this::pathOf).toList();
    refuseOverlaps(paths);
    for (int i = 0; i < paths.size(); i++) {
      apply(entity, paths.get(i).split("\\."), change(i), "changes[" + i + "]");
    }
  }

  private Change change(int index) {
    Change change = Objects.requireNonNull(changes).get(index);
    if (change == null) {
      throw new Invalid("changes[" + index + "]", "required", "A change must not be null.");
    }
    return change;
  }

  private String pathOf(int index) {
    Change change = change(index);
    String field = change.field();
    if (field == null || !PATH.matcher(field).matches()) {
      throw new Invalid(
          "changes[" + index + "].field",
          "invalid.value",
          "field must be a path of names such as $.address.city.");
    }
    if (change.action() == null) {
      throw new Invalid("changes[" + index + "].action", "required", "action is missing.");
    }
    return field.substring(2);
  }

  private static void refuseOverlaps(List<String> paths) {
    for (int i = 0; i < paths.size(); i++) {
      for (int j = 0; j < paths.size(); j++) {
        if (i != j && (paths.get(j) + ".").startsWith(paths.get(i) + ".")) {
          throw new Conflict(
              "changes[" + j + "].field",
              "One request must not change a field twice, nor a field and its parent.");
        }
      }
    }
  }

  private static void apply(ObjectNode entity, String[] names, Change change, String where) {
    Action action = Objects.requireNonNull(change.action());
    ObjectNode parent = entity;
    for (int depth = 0; depth < names.length - 1; depth++) {
      JsonNode next = parent.get(names[depth]);
      if (next == null || next.isNull()) {
        if (action == Action.Remove
            || action == Action.RemoveFromCollection
            || action == Action.UpdateIfExists) {
          return;
        }
        next = parent.putObject(names[depth]);
      }
      if (!(next instanceof ObjectNode object)) {
        throw new Invalid(
            where + ".field", "invalid.value", names[depth] + " holds no fields of its own.");
      }
      parent = object;
    }
    set(parent, names[names.length - 1], action, change.value(), where);
  }

  private static void set(
      ObjectNode parent, String name, Action action, @Nullable JsonNode value, String where) {
    JsonNode old = parent.get(name);
    boolean empty = isEmpty(old);
    switch (action) {
      case Update -> parent.set(name, required(value, where));
      case UpdateIfEmpty -> {
        if (empty) {
          parent.set(name, required(value, where));
        }
      }
      case UpdateIfExists -> {
        if (!empty) {
          parent.set(name, required(value, where));
        }
      }
      case Remove -> parent.remove(name);
      case AppendToCollection ->
          items(required(value, where)).forEach(collection(parent, name, where)::add);
      case RemoveFromCollection -> {
        List<JsonNode> unwanted = items(required(value, where));
        ArrayNode kept = parent.arrayNode();
        collection(parent, name, where)
            .forEach(item -> {
              if (!unwanted.contains(item)) {
                kept.add(item);
              }
            });
        parent.set(name, kept);
      }
    }
  }

  private static boolean isEmpty(@Nullable JsonNode node) {
    return node == null
        || node.isNull()
        || (node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.asText().isEmpty());
  }

  private static JsonNode required(@Nullable JsonNode value, String where) {
    if (value == null || value.isNull()) {
      throw new Invalid(where + ".value", "required", "This action needs a value.");
    }
    return value;
  }

  private static List<JsonNode> items(JsonNode value) {
    return value.isArray() ? List.copyOf(value.valueStream().toList()) : List.of(value);
  }

  private static ArrayNode collection(ObjectNode parent, String name, String where) {
    JsonNode old = parent.get(name);
    if (old == null || old.isNull()) {
      return parent.putArray(name);
    }
    if (old instanceof ArrayNode array) {
      return array;
    }
    throw new Invalid(where + ".field", "wrong.type", name + " is not a list.");
  }
}
