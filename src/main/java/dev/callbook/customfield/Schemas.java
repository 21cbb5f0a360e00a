package dev.callbook.customfield;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.directory.Checks;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of schemas. Versions never change; a write makes the next one.
@ApplicationScoped
class Schemas {
  private final SchemaStore store;
  private final KnownSchemas known;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  Schemas(SchemaStore store, KnownSchemas known, Changes changes, Ids ids, Clock clock) {
    this.store = store;
    this.known = known;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// What an author sends.
  ///
  /// @param name the document's title where absent
  /// @param enabled true where absent, or as it was
  record Draft(@Nullable String name, @Nullable Boolean enabled, @Nullable ObjectNode document) {}

  /// Those that are not deleted, the oldest first.
  List<Schema> all(Scope scope, SchemaKind kind) {
    return store.all(scope.org(), kind);
  }

  /// @throws NotFound if there never was such a schema
  Schema get(Scope scope, SchemaKind kind, UUID id) {
    return store.find(scope.org(), kind, id).orElseThrow(() -> new NotFound("schema", id));
  }

  /// As [#get], of whichever kind.
  Schema get(Scope scope, UUID id) {
    return Stream.of(SchemaKind.values())
        .flatMap(kind -> store.find(scope.org(), kind, id).stream())
        .findFirst()
        .orElseThrow(() -> new NotFound("schema", id));
  }

  /// Every version, the newest first.
  ///
  /// @throws NotFound if there never was such a schema
  List<Schema> versions(Scope scope, SchemaKind kind, UUID id) {
    get(scope, kind, id);
    return store.versions(scope.org(), kind, id);
  }

  /// Some versions of a schema, both ends included, the newest first.
  List<Schema> versions(Scope scope, Schema schema, int oldest, int newest) {
    return store.versions(scope.org(), schema.kind(), schema.id(), oldest, newest);
  }

  /// @throws NotFound if the schema has no such version
  Schema version(Scope scope, SchemaKind kind, UUID id, int version) {
    return store
        .version(scope.org(), kind, id, version)
        .orElseThrow(() -> new NotFound("schema version", id + "/" + version));
  }

  /// @throws Invalid with every rule of a schema that is broken
  /// @throws Conflict if another schema has the name, or there are as many as there may be
  @Transactional
  Schema add(Scope scope, SchemaKind kind, Draft draft) {
    Checks checks = new Checks();
    String name = name(checks, draft);
    ObjectNode document = SchemaChecks.read(checks, name, draft.document());
    checks.refuseIfAny();
    store.lockAll(scope.org());
    Schema added =
        new Schema(
            ids.next(),
            kind,
            name,
            1,
            !Boolean.FALSE.equals(draft.enabled()),
            false,
            document,
            new Schema.Author(scope.actor().kind(), scope.actor().idOrNull()),
            clock.instant(),
            false);
    checkNumbers(scope, added);
    if (!store.insert(scope.org(), added)) {
      throw nameTaken();
    }
    record(scope, null, added);
    return added;
  }

  /// Makes the next version; none if nothing differs.
  ///
  /// @param seenVersion the version the author last read
  /// @throws NotFound if there is no such schema
  /// @throws Outdated if `seenVersion` is not the newest
  /// @throws Invalid with every rule of a schema that is broken
  /// @throws Conflict if it is deleted, or another schema has the name
  @Transactional
  Schema replace(
      Scope scope, SchemaKind kind, UUID id, @Nullable Integer seenVersion, Draft draft) {
    store.lockAll(scope.org());
    Schema before = store.lock(scope.org(), kind, id).orElseThrow(() -> new NotFound("schema", id));
    if (seenVersion == null) {
      throw new Invalid("version", "required", "Send the version of the schema that you read.");
    }
    if (seenVersion != before.version()) {
      throw new Outdated("schema", id);
    }
    if (before.deleted()) {
      throw new Conflict("deleted", "This schema is deleted.", new Problem.Disabled());
    }
    Checks checks = new Checks();
    String name = name(checks, draft);
    ObjectNode document = SchemaChecks.read(checks, name, draft.document());
    checks.refuseIfAny();
    Growth.check(checks, SchemaField.of(before.document()), SchemaField.of(document));
    checks.refuseIfAny();
    boolean enabled = Objects.requireNonNullElse(draft.enabled(), before.enabled());
    Schema after = before.next(name, enabled, document);
    if (after.saysTheSame(before)) {
      return before;
    }
    checkNumbers(scope, after);
    if (!store.replace(scope.org(), after)) {
      throw nameTaken();
    }
    record(scope, before, after);
    return after;
  }

  /// Lets the forms of new records begin with a schema's fields, instead of another's. Again is
  /// nothing new.
  ///
  /// @throws NotFound if there is no such schema
  /// @throws Conflict if records may not take it up
  @Transactional
  void offerFirst(Scope scope, UUID id) {
    store.lockAll(scope.org());
    Schema schema = get(scope, id);
    if (!schema.isOpen()) {
      throw new Conflict("enabled", "Records cannot take this schema up.", new Problem.Disabled());
    }
    if (schema.offeredFirst()) {
      return;
    }
    store.offerFirst(scope.org(), schema.kind(), id);
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.SCHEMA,
                id,
                null,
                schema.version(),
                Map.of("offeredFirst", false),
                Map.of("offeredFirst", true))));
    known.changed(scope.org(), schema.kind(), id);
  }

  /// Takes a schema out of use for good. Records that follow it keep their values, and it stays
  /// readable by its id for them. Again is nothing new.
  ///
  /// @throws NotFound if there never was such a schema
  @Transactional
  void remove(Scope scope, SchemaKind kind, UUID id) {
    Schema before = store.lock(scope.org(), kind, id).orElseThrow(() -> new NotFound("schema", id));
    if (before.deleted()) {
      return;
    }
    store.delete(scope.org(), id);
    record(scope, before, before.gone());
  }

  private static String name(Checks checks, Draft draft) {
    String name = checks.text("name", draft.name(), SchemaLimits.SCHEMA_NAME);
    if (name == null && draft.document() != null && draft.document().path("title").isTextual()) {
      name =
          checks.text(
              "jsonSchema.title", draft.document().get("title").asText(), SchemaLimits.SCHEMA_NAME);
    }
    if (name == null) {
      checks.note("name", "required", "A schema needs a name.");
      return "";
    }
    return name;
  }

  private void checkNumbers(Scope scope, Schema wanted) {
    List<Schema> others =
        store.all(scope.org(), wanted.kind()).stream()
            .filter(schema -> !schema.id().equals(wanted.id()))
            .toList();
    if (others.size() >= SchemaLimits.SCHEMAS) {
      throw new Conflict(
          "name",
          "There may be " + SchemaLimits.SCHEMAS + " schemas. Delete one first.",
          new Problem.TooMany(SchemaLimits.SCHEMAS));
    }
    int fields = fields(wanted) + others.stream().mapToInt(Schemas::fields).sum();
    if (fields > SchemaLimits.FIELDS_IN_ALL) {
      throw new Invalid(
          "jsonSchema.properties",
          "too.many",
          "All schemas together may have " + SchemaLimits.FIELDS_IN_ALL + " fields.",
          new Problem.TooMany(SchemaLimits.FIELDS_IN_ALL));
    }
  }

  private static int fields(Schema schema) {
    return schema.document().path("properties").size();
  }

  private static Conflict nameTaken() {
    return new Conflict("name", "Another schema has this name.");
  }

  private void record(Scope scope, @Nullable Schema before, Schema after) {
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.SCHEMA,
                after.id(),
                null,
                after.version(),
                before == null ? null : fieldsOf(before),
                fieldsOf(after))));
    known.changed(scope.org(), after.kind(), after.id());
  }

  private static Map<String, Object> fieldsOf(Schema schema) {
    return Map.of(
        "name", schema.name(),
        "appliesTo", schema.kind().wireWord(),
        "enabled", schema.enabled(),
        "deleted", schema.deleted(),
        // The log keeps what is inside the schema in no order.
        "order", schema.order(),
        "jsonSchema", schema.document());
  }
}
