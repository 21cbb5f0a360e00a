package dev.callbook.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.wire.Among;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An export on the wire. Source: models `ContactsExport`, `OrganizationsExport`, `NotesExport`;
/// `statusDetails` is our addition.
///
/// @param downloadUrl good for an hour; made anew whenever the export is read
/// @param statusDetails why it failed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportJson(
    @Nullable String id,
    @Nullable List<String> divisionIds,
    @Nullable CreatorJson createdBy,
    @Nullable Instant dateCreated,
    @Nullable Instant dateCompletion,
    @Among(
            value = {"FAILED", "RUNNING", "SUCCEEDED"},
            isAnswered = true)
        @Nullable String status,
    @Nullable String statusDetails,
    @Nullable String downloadUrl,
    @Nullable Long resultRowCount,
    @Nullable QueryJson queryConditions,
    @Nullable String selfUri) {

  /// Who ordered it. Source: model `DomainEntityRef`.
  public record CreatorJson(@Nullable String id, @Nullable String name, @Nullable String selfUri) {}

  /// Source: models `ContactsExportQueryConditions` and its like.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record QueryJson(@Nullable FilterJson filters, @Nullable Long limit) {}

  /// Everything that is there must hold. Empty lists are absent: one official client sends them
  /// unasked. Source: models `ContactsExportFilter` and its like.
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FilterJson(
      @Nullable FieldJson eq,
      @Nullable FieldListJson in,
      @Nullable FieldJson lte,
      @Nullable FieldJson gte,
      @Nullable List<@Nullable FilterJson> and,
      @Nullable List<@Nullable FilterJson> or,
      @Nullable FilterJson not) {}

  /// Source: models `ContactsExportFieldFilter` and its like.
  public record FieldJson(@Nullable String field, @Nullable String value) {}

  /// Source: models `ContactsExportFieldListFilter` and its like.
  public record FieldListJson(@Nullable String field, @Nullable List<@Nullable String> values) {}
}
