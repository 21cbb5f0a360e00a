package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.testing.salesforce.Field.Trait;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the org lets a client write, by its fields and by what its administrator has forbidden.
public final class Writes {
  private final Org org;
  private final Values values;
  private final Set<String> locked = new HashSet<>();
  private @Nullable String uniqueField;
  private @Nullable String forbiddenText;

  Writes(Org org, Values values) {
    this.org = org;
    this.values = values;
  }

  // Switches. ----------------------------------------------------------------------------------

  /// Somebody else's transaction holds the record.
  public synchronized void lock(String id) {
    locked.add(id);
  }

  public synchronized void unlock(String id) {
    locked.remove(id);
  }

  /// A duplicate rule: no two contacts have the same value in this field.
  public synchronized void forbidDuplicates(String field) {
    uniqueField = field;
  }

  /// A validation rule: no text holds this.
  public synchronized void forbid(String text) {
    forbiddenText = text;
  }

  // What endpoints do. ----------------------------------------------------------------------------

  /// @return the new record's id
  /// @throws ApiError if the org refuses it
  String create(ObjectType type, JsonNode record, boolean allowDuplicates) {
    Map<String, @Nullable Object> changes = changes(type, record, "");
    checkRequired(type, field -> changes.get(field) != null);
    checkRules(type, "", changes, allowDuplicates);
    return org.insert(type.name(), changes);
  }

  /// @throws ApiError if the org refuses it
  void update(Row row, JsonNode record, String keyField, boolean allowDuplicates) {
    if (row.isDeleted()) {
      throw new ApiError(404, "ENTITY_IS_DELETED", "entity is deleted");
    }
    if (isLocked(row.id())) {
      throw new ApiError(
          400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record");
    }
    ObjectType type = org.schema().get(row.type());
    Map<String, @Nullable Object> changes = changes(type, record, keyField);
    checkRequired(type, field -> changes.getOrDefault(field, "kept") != null);
    checkRules(type, row.id(), changes, allowDuplicates);
    org.update(row.id(), changes);
  }

  /// The records that have a value in an external-id field.
  List<Row> byKey(ObjectType type, String keyField, String value) {
    Field field = values.field(type, keyField);
    if (!field.is(Trait.EXTERNAL_ID) && field.type() != Field.Type.ID) {
      throw new ApiError(
          400,
          "INVALID_FIELD",
          "Field name provided, "
              + keyField
              + " is not an External ID or indexed field for "
              + type.name());
    }
    return org.visible(type.name(), false).stream()
        .filter(row -> value.equals(values.at(row, type, field.name())))
        .toList();
  }

  private static void checkRequired(ObjectType type, Predicate<String> isThere) {
    for (Field field : type.fields()) {
      if (field.is(Trait.REQUIRED) && !isThere.test(field.name())) {
        throw new ApiError(
            400,
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [" + field.name() + "]",
            field.name());
      }
    }
  }

  private synchronized boolean isLocked(String id) {
    return locked.contains(id);
  }

  private Map<String, @Nullable Object> changes(ObjectType type, JsonNode record, String keyField) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    record
        .properties()
        .forEach(property -> {
          String name = property.getKey();
          if (name.equals("attributes") || name.equalsIgnoreCase(keyField)) {
            return;
          }
          Field field =
              type.field(name)
                  .orElseThrow(() ->
                      new ApiError(
                          400,
                          "INVALID_FIELD",
                          "No such column '%s' on sobject of type %s"
                              .formatted(name, type.name())));
          if (field.is(Trait.READ_ONLY)) {
            throw new ApiError(
                400,
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: "
                    + name
                    + ". Please check the security settings of this field and verify that it is"
                    + " read/write for your profile or permission set.",
                name);
          }
          changes.put(field.name(), value(field, property.getValue()));
        });
    return changes;
  }

  private static @Nullable Object value(Field field, JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    try {
      return switch (field.type()) {
        case BOOLEAN -> json.isBoolean() ? json.asBoolean() : wrong(field);
        case INT -> json.isNumber() ? json.asInt() : wrong(field);
        case DOUBLE, CURRENCY -> json.isNumber() ? json.asDouble() : wrong(field);
        case DATE -> LocalDate.parse(json.asText());
        case DATETIME -> SoqlRun.datetime(json.asText());
        case REFERENCE -> RecordIds.full(json.asText());
        default -> text(field, json.asText());
      };
    } catch (java.time.DateTimeException e) {
      return wrong(field);
    }
  }

  private static String text(Field field, String text) {
    if (field.length() > 0 && text.length() > field.length()) {
      throw new ApiError(
          400,
          "STRING_TOO_LONG",
          "%s: data value too large: %s (max length=%d)"
              .formatted(field.name(), text, field.length()),
          field.name());
    }
    return text;
  }

  private static Object wrong(Field field) {
    throw new ApiError(400, "JSON_PARSER_ERROR", "Cannot deserialize value of " + field.name());
  }

  private synchronized void checkRules(
      ObjectType type,
      String self,
      Map<String, @Nullable Object> changes,
      boolean allowDuplicates) {
    String text = forbiddenText;
    for (Map.Entry<String, @Nullable Object> change : changes.entrySet()) {
      if (text != null && change.getValue() instanceof String value && value.contains(text)) {
        throw new ApiError(
            400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Our rule forbids " + value, change.getKey());
      }
    }
    String unique = uniqueField;
    if (unique != null && !allowDuplicates) {
      checkUnique(type, self, unique, changes.get(unique));
    }
  }

  private void checkUnique(ObjectType type, String self, String field, @Nullable Object value) {
    boolean isTaken =
        value != null
            && org.visible(type.name(), false).stream()
                .filter(row -> !row.id().equals(self))
                .anyMatch(row -> value.equals(values.at(row, type, field)));
    if (isTaken) {
      throw new ApiError(400, "DUPLICATES_DETECTED", "Use one of these records?");
    }
  }
}
