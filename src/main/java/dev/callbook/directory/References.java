package dev.callbook.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a record's JSON points at other records.
public final class References {
  private References() {}

  /// A division. `*` is the starred one. Source: model `WritableStarrableDivision`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DivisionJson(@Nullable String id, @Nullable String name, @Nullable String selfUri) {
    /// @param id one of the scope's divisions
    public static DivisionJson of(Scope scope, DivisionId id) {
      Division division =
          scope
              .division(id)
              .orElseThrow(() -> new IllegalStateException("record outside the scope"));
      String wireId = division.wireId();
      return new DivisionJson(wireId, division.name(), "/api/v2/authorization/divisions/" + wireId);
    }

    /// The id as it was sent; empty where there is none.
    public static Optional<String> idOf(@Nullable DivisionJson sent) {
      return sent == null || Parse.isAbsent(sent.id())
          ? Optional.empty()
          : Optional.of(String.valueOf(sent.id()));
    }
  }

  /// A record known by id.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EntityRef(@Nullable String id, @Nullable String selfUri) {
    /// @return null where nothing, or no id, was sent
    /// @throws Invalid naming the field if it is no UUID
    public static @Nullable UUID idOf(String field, @Nullable EntityRef sent) {
      return sent == null || Parse.isAbsent(sent.id())
          ? null
          : Parse.id(field + ".id", String.valueOf(sent.id()));
    }
  }

  /// A custom-field schema. Source: model `DataSchema`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SchemaJson(@Nullable String id, @Nullable Integer version) {
    public static @Nullable SchemaJson of(@Nullable SchemaRef schema) {
      return schema == null ? null : new SchemaJson(schema.id().toString(), schema.version());
    }

    /// Without a version the newest is meant.
    ///
    /// @throws Invalid naming `schema.id`
    public static @Nullable SchemaRef read(@Nullable SchemaJson sent) {
      if (sent == null || Parse.isAbsent(sent.id())) {
        return null;
      }
      UUID id = Parse.id("schema.id", String.valueOf(sent.id()));
      // No schema has a version below 1: what is sent so is refused as unknown.
      return sent.version() == null
          ? SchemaRef.newest(id)
          : new SchemaRef(id, sent.version() == 0 ? -1 : sent.version());
    }
  }

  /// Another system's name for a record. Source: model `ExternalId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ExternalIdJson(
      @Nullable ExternalSourceJson externalSource, @Nullable String value) {
    /// @param whole the sources to show whole
    public static @Nullable List<ExternalIdJson> of(
        List<ExternalId> ids, Map<UUID, ExternalSourceJson> whole) {
      return ids.isEmpty()
          ? null
          : ids.stream()
              .map(id ->
                  new ExternalIdJson(
                      whole.getOrDefault(id.source(), ExternalSourceJson.reference(id.source())),
                      id.value()))
              .toList();
    }

    /// At most ten; each with a source and a value of 1 to 255 characters.
    public static List<ExternalId> read(Checks checks, @Nullable List<ExternalIdJson> sent) {
      List<ExternalId> read = new java.util.ArrayList<>();
      List<ExternalIdJson> items = checks.list("externalIds", sent, 10);
      for (int i = 0; i < items.size(); i++) {
        String field = "externalIds[" + i + "]";
        ExternalIdJson item = items.get(i);
        UUID source =
            item == null
                ? null
                : ExternalSourceJson.idOf(field + ".externalSource", item.externalSource());
        String value =
            checks.required(
                field + ".value",
                item == null ? null : item.value(),
                255,
                "An external id needs a value.");
        if (source == null) {
          checks.note(
              field + ".externalSource.id",
              "required",
              "An external id needs the source it comes from.");
        } else if (value != null) {
          read.add(new ExternalId(source, value));
        }
      }
      return List.copyOf(read);
    }
  }
}
