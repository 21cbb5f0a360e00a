package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.directory.Checks;
import dev.callbook.directory.SchemaRef;
import dev.callbook.wire.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one check of custom-field values, whatever way they come: API, bulk, PATCH, form, import,
/// interaction, or an earlier state that is restored.
///
/// A record follows one version of one schema, and its values keep that version's rules. What is
/// disabled, be it the schema, a field or an option, takes no new value; what a record holds
/// already stays and may be sent back (docs/adr/0012-custom-fields.md).
@ApplicationScoped
public class CustomFields {
  private static final String VALUES = "customFields";

  private final KnownSchemas schemas;

  CustomFields(KnownSchemas schemas) {
    this.schemas = schemas;
  }

  /// Reads what was sent into the form it is kept in, and notes each rule that is broken, by the
  /// field's name: `customFields.tier_enum`.
  ///
  /// @param stored what the record holds now
  public CustomValues read(
      Checks checks, Scope scope, SchemaKind kind, CustomValues sent, CustomValues stored) {
    if (sent.isNothing() || sent.equals(stored)) {
      return sent;
    }
    SchemaRef wanted = sent.schema();
    if (wanted == null) {
      checks.note(
          "schema.id",
          "required",
          "customFields need the schema that they follow: send schema.id.");
      return sent;
    }
    Optional<KnownSchema> known = schemas.find(scope.org(), kind, wanted.id());
    if (known.isEmpty()) {
      checks.note("schema.id", "unknown", "There is no such schema for these records.");
      return sent;
    }
    boolean isNew = stored.schema() == null || !stored.schema().id().equals(wanted.id());
    SchemaRef followed = version(known.get(), wanted, isNew ? null : stored.schema());
    Map<String, SchemaField> fields = known.get().fields(followed.version());
    if (fields == null) {
      checks.note(
          "schema.version",
          "unknown",
          "The schema has versions 1 to " + known.get().newest().version() + ".");
      return sent;
    }
    if (isNew && !known.get().newest().isOpen()) {
      checks.note(
          "schema.id", "disabled", "This schema is disabled: records cannot take it up any more.");
      return sent;
    }
    boolean isSameVersion = followed.equals(stored.schema());
    ObjectNode held =
        isNew || stored.values() == null ? JsonNodeFactory.instance.objectNode() : stored.values();
    ObjectNode values =
        new Values(checks, known.get(), fields, held, isSameVersion).read(sent.values());
    return new CustomValues(followed, values.isEmpty() ? null : values);
  }

  /// Who names no version means the one that the record follows, or else the newest.
  private static SchemaRef version(
      KnownSchema known, SchemaRef wanted, @Nullable SchemaRef followed) {
    if (!wanted.isNewest()) {
      return wanted;
    }
    return followed == null ? new SchemaRef(wanted.id(), known.newest().version()) : followed;
  }

  /// What is wrong with a record's custom fields; empty where nothing is.
  ///
  /// @param before what the record held; nothing for a new one
  public List<FieldError> broken(
      Scope scope, SchemaKind kind, CustomValues before, CustomValues after) {
    if (after.isNothing() || after.equals(before)) {
      return List.of();
    }
    Checks checks = new Checks();
    read(checks, scope, kind, after, before);
    return checks.errors();
  }

  /// The newest version of the oldest schema that may be taken up and has all of these fields, none
  /// of them disabled; empty if there is none.
  ///
  /// @param keys at least one
  public Optional<SchemaRef> holding(Scope scope, SchemaKind kind, Collection<String> keys) {
    return schemas.open(scope.org(), kind).stream()
        .filter(known ->
            keys.stream()
                .map(known.newestFields()::get)
                .allMatch(field -> field != null && !field.disabled()))
        .findFirst()
        .map(known -> new SchemaRef(known.newest().id(), known.newest().version()));
  }

  /// The fields of a schema's newest version that take values, in their order; empty if there is no
  /// such schema, or none of its fields does.
  public List<SchemaField> fields(Scope scope, SchemaKind kind, UUID schema) {
    return schemas
        .find(scope.org(), kind, schema)
        .map(known ->
            known.newestFields().values().stream()
                .filter(field -> !known.isDisabled(field))
                .toList())
        .orElse(List.of());
  }

  /// The fields of every schema that may be taken up, the oldest schema first; each key once.
  public List<SchemaField> openFields(Scope scope, SchemaKind kind) {
    Map<String, SchemaField> fields = new LinkedHashMap<>();
    for (KnownSchema known : schemas.open(scope.org(), kind)) {
      known.newestFields().values().stream()
          .filter(field -> !field.disabled())
          .forEach(field -> fields.putIfAbsent(field.key(), field));
    }
    return List.copyOf(fields.values());
  }

  /// What becomes of stored values by those that a file says: they replace the ones of their
  /// fields, and the others stay. Values that follow another schema stay untouched: no file takes a
  /// record from one schema to another.
  public static CustomValues merge(CustomValues stored, CustomValues said) {
    SchemaRef followed = stored.schema();
    SchemaRef named = said.schema();
    if (named == null || (followed != null && !followed.id().equals(named.id()))) {
      return stored;
    }
    if (followed == null || stored.values() == null) {
      return said;
    }
    ObjectNode values = stored.values().deepCopy();
    if (said.values() != null) {
      values.setAll(said.values());
    }
    return new CustomValues(followed.version() < named.version() ? named : followed, values);
  }

  /// One record's values.
  ///
  /// @param held what the record holds of the same schema
  /// @param isSameVersion whether that follows the same version
  private record Values(
      Checks checks,
      KnownSchema known,
      Map<String, SchemaField> fields,
      ObjectNode held,
      boolean isSameVersion) {

    ObjectNode read(@Nullable ObjectNode sent) {
      ObjectNode values = held.objectNode();
      if (sent != null) {
        for (Map.Entry<String, JsonNode> value : sent.properties()) {
          JsonNode read = read(value.getKey(), value.getValue());
          if (read != null) {
            values.set(value.getKey(), read);
          }
        }
      }
      for (SchemaField field : fields.values()) {
        if (field.required() && !known.isDisabled(field) && !values.has(field.key())) {
          checks.note(
              VALUES + "." + field.key(), "required", field.key() + " is required by its schema.");
        }
      }
      return values;
    }

    private @Nullable JsonNode read(String key, JsonNode sent) {
      String name = VALUES + "." + key;
      SchemaField field = fields.get(key);
      if (field == null) {
        // What is no key at all may be anything, a name too, and stays out of the answer.
        checks.note(
            SchemaChecks.isKey(key) ? name : VALUES,
            "unknown",
            "The schema has no field of this key.");
        return sent;
      }
      boolean isUnchanged = sent.equals(held.get(key));
      if (isUnchanged && (isSameVersion || known.isDisabled(field))) {
        // What takes no new value could not be put right either.
        return sent;
      }
      JsonNode value = ValueChecks.read(checks, name, field, sent);
      if (value == null || isUnchanged || Objects.equals(value, held.get(key))) {
        return value;
      }
      if (known.isDisabled(field)) {
        checks.note(name, "disabled", name + " is disabled: it takes no new value.");
      } else if (field.type() == CoreType.ENUM
          && field.option(value.asText()).isPresent()
          && known.isDisabled(field, value.asText())) {
        checks.note(name, "disabled", name + " is an option that is disabled.");
      }
      return value;
    }
  }
}
