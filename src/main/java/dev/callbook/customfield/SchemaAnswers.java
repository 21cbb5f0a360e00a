package dev.callbook.customfield;

import dev.callbook.access.Scope;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two schema resources, of contacts and of organizations, have in common.
@ApplicationScoped
class SchemaAnswers {
  private final Schemas schemas;

  SchemaAnswers(Schemas schemas) {
    this.schemas = schemas;
  }

  DataSchemaJson.ListingJson list(Scope scope, SchemaKind kind) {
    return DataSchemaJson.ListingJson.of(schemas.all(scope, kind), kind.path());
  }

  DataSchemaJson get(Scope scope, SchemaKind kind, String id) {
    return DataSchemaJson.of(schemas.get(scope, kind, parse(id)));
  }

  DataSchemaJson.ListingJson versions(Scope scope, SchemaKind kind, String id) {
    UUID schema = parse(id);
    return DataSchemaJson.ListingJson.of(
        schemas.versions(scope, kind, schema), kind.path() + "/" + schema + "/versions");
  }

  DataSchemaJson version(Scope scope, SchemaKind kind, String id, String version) {
    int number = Parse.number("versionId", version, 0, 1, Integer.MAX_VALUE);
    return DataSchemaJson.of(schemas.version(scope, kind, parse(id), number));
  }

  DataSchemaJson add(Scope scope, SchemaKind kind, @Nullable DataSchemaJson sent) {
    return DataSchemaJson.of(schemas.add(scope, kind, Parse.body(sent).draft()));
  }

  DataSchemaJson replace(Scope scope, SchemaKind kind, String id, @Nullable DataSchemaJson sent) {
    DataSchemaJson body = Parse.body(sent);
    return DataSchemaJson.of(schemas.replace(scope, kind, parse(id), body.version(), body.draft()));
  }

  void remove(Scope scope, SchemaKind kind, String id) {
    schemas.remove(scope, kind, parse(id));
  }

  /// @throws NotFound if there is no such core type
  CoretypeJson coretype(SchemaKind kind, String name) {
    return CoreType.ofWord(name)
        .map(type -> CoretypeJson.of(kind, type))
        .orElseThrow(() -> new NotFound("core type", name));
  }

  private static UUID parse(String id) {
    return Parse.id("schemaId", id);
  }
}
