package dev.callbook.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records as they once were: what they are now, with what the log says came later undone.
@ApplicationScoped
public class EarlierStates {
  private static final int STEPS_BACK = 200;

  private final Changes changes;
  private final ObjectMapper json;

  EarlierStates(Changes changes, ObjectMapper json) {
    this.changes = changes;
    this.json = json;
  }

  /// A record as it was right after one of its changes, or as it is but for one field of then.
  ///
  /// @param onlyField the name of the field to take from then; null for all of them
  /// @param current the record as it is now
  /// @return empty if the record has no such change within `scope`, or what came later is forgotten
  public <T> Optional<T> asOf(
      Scope scope, UUID subject, UUID change, @Nullable String onlyField, T current) {
    ObjectNode now = changes.fieldsOf(current);
    return asOf(scope, subject, change, now)
        .map(then -> read(merged(now, then, onlyField), current));
  }

  /// A record without what one change did to it.
  public <T> T without(Change step, T current) {
    ObjectNode fields = changes.fieldsOf(current);
    undo(fields, step);
    return read(fields, current);
  }

  /// A record with some of its fields as they once were.
  ///
  /// @param earlier by name; empty where the field held nothing
  public <T> T with(Map<String, Optional<JsonNode>> earlier, T current) {
    ObjectNode fields = changes.fieldsOf(current);
    earlier.forEach((name, value) -> {
      fields.remove(name);
      value.ifPresent(then -> fields.set(name, then));
    });
    return read(fields, current);
  }

  /// What a record held before it was removed.
  ///
  /// @param removal its entry
  public <T> T removed(Change removal, Class<T> type) {
    ObjectNode before = removal.before();
    if (before == null) {
      throw new IllegalArgumentException("no removal");
    }
    return read(before, type);
  }

  /// The names of the fields that a change touched.
  public static Set<String> fields(Change change) {
    Set<String> names = new HashSet<>();
    if (change.before() != null) {
      change.before().fieldNames().forEachRemaining(names::add);
    }
    if (change.after() != null) {
      change.after().fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /// Undoes what came after the change, newest first.
  private Optional<ObjectNode> asOf(Scope scope, UUID subject, UUID change, ObjectNode now) {
    ObjectNode fields = now.deepCopy();
    UUID olderThan = null;
    while (true) {
      List<Change> page = changes.of(scope, subject, olderThan, STEPS_BACK);
      for (Change step : page) {
        if (step.id().equals(change)) {
          return Optional.of(fields);
        }
        if (step.isForgotten()) {
          return Optional.empty();
        }
        undo(fields, step);
      }
      if (page.size() < STEPS_BACK) {
        return Optional.empty();
      }
      olderThan = page.getLast().id();
    }
  }

  private static void undo(ObjectNode fields, Change step) {
    if (step.after() != null) {
      step.after().fieldNames().forEachRemaining(fields::remove);
    }
    if (step.before() != null) {
      fields.setAll(step.before());
    }
  }

  private static ObjectNode merged(ObjectNode now, ObjectNode then, @Nullable String onlyField) {
    if (onlyField == null) {
      return then;
    }
    ObjectNode merged = now.deepCopy();
    merged.remove(onlyField);
    if (then.has(onlyField)) {
      merged.set(onlyField, then.get(onlyField));
    }
    return merged;
  }

  @SuppressWarnings("unchecked") // the class of a T reads a T
  private <T> T read(ObjectNode fields, T like) {
    return read(fields, (Class<T>) like.getClass());
  }

  private <T> T read(ObjectNode fields, Class<T> type) {
    try {
      return json.treeToValue(fields, type);
    } catch (JsonProcessingException fault) {
      // The record is personal data: it stays out of the message.
      throw new IllegalStateException("cannot read a " + type.getSimpleName());
    }
  }
}
