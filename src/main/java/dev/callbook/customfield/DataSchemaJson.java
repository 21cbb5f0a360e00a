package dev.callbook.customfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.wire.Among;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schema on the wire. Source: model `DataSchema`.
///
/// @param deleted as the vendor's own service answers beside the model, whose tools wait for it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataSchemaJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable Integer version,
    @Among(
            value = {"CONTACT", "EXTERNAL_ORGANIZATION"},
            isAnswered = true)
        @Nullable List<String> appliesTo,
    @Nullable Boolean enabled,
    @Nullable Boolean deleted,
    @Nullable ObjectNode jsonSchema,
    @Nullable EntityRef createdBy,
    @Nullable Instant dateCreated,
    @Nullable String selfUri) {

  /// Schemas that are not paged. Source: model `DataSchemaListing`.
  public record ListingJson(long total, List<DataSchemaJson> entities, String selfUri) {
    static ListingJson of(List<Schema> schemas, String selfUri) {
      return new ListingJson(
          schemas.size(), schemas.stream().map(DataSchemaJson::of).toList(), selfUri);
    }
  }

  static DataSchemaJson of(Schema schema) {
    return new DataSchemaJson(
        schema.id().toString(),
        schema.name(),
        schema.version(),
        List.of(schema.kind().wireWord()),
        schema.enabled(),
        schema.deleted(),
        schema.document(),
        author(schema.createdBy()),
        schema.createdAt(),
        schema.kind().path() + "/" + schema.id());
  }

  private static @Nullable EntityRef author(Schema.Author author) {
    if (author.id() == null) {
      return null;
    }
    String path = author.kind().equals("user") ? "/api/v2/users/" : "/api/v2/oauth/clients/";
    return new EntityRef(author.id().toString(), path + author.id());
  }

  Schemas.Draft draft() {
    return new Schemas.Draft(name, enabled, jsonSchema);
  }
}
