package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.csvimport.ColumnProfile.Mapping;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// CSV settings on the wire. Source: model `CsvSettings`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnProfileJson(
    @Nullable String id,
    @Nullable String externalSettingsId,
    @Nullable List<MappingJson> mappings,
    @Nullable String selfUri) {
  static final String PATH = "/api/v2/externalcontacts/import/csv/settings";

  /// As many as a file may have columns.
  private static final int MAX_MAPPINGS = 1_000;

  private static final int MAX_NAME = 1_000;

  /// Source: model `CsvMappingEntry`.
  public record MappingJson(@Nullable String sourceField, @Nullable String targetField) {}

  static ColumnProfileJson of(ColumnProfile columns) {
    return new ColumnProfileJson(
        columns.id().toString(),
        columns.profile().map(UUID::toString).orElse(null),
        columns.mappings().stream().map(m -> new MappingJson(m.source(), m.target())).toList(),
        PATH + "/" + columns.id());
  }

  /// @throws Invalid naming `externalSettingsId` if it is no id
  Optional<UUID> profile() {
    return Parse.isAbsent(externalSettingsId)
        ? Optional.empty()
        : Optional.of(Parse.id("externalSettingsId", String.valueOf(externalSettingsId).strip()));
  }

  /// @throws Invalid naming every mapping that is missing or malformed
  List<Mapping> read() {
    Checks checks = new Checks();
    List<Mapping> read = new ArrayList<>();
    if (mappings == null || mappings.isEmpty() || mappings.size() > MAX_MAPPINGS) {
      throw new Invalid(
          "mappings", "required", "mappings must hold 1 to " + MAX_MAPPINGS + " mappings.");
    }
    for (int i = 0; i < mappings.size(); i++) {
      MappingJson mapping = mappings.get(i);
      String source = mapping == null ? null : mapping.sourceField();
      String target = mapping == null ? null : mapping.targetField();
      if (Parse.isAbsent(source) || String.valueOf(source).length() > MAX_NAME) {
        checks.note(
            "mappings[" + i + "].sourceField",
            "required",
            "sourceField names a column of the file.");
      }
      if (Parse.isAbsent(target)) {
        checks.note(
            "mappings[" + i + "].targetField",
            "required",
            "targetField is a path in a contact such as $.firstName.");
      }
      read.add(new Mapping(String.valueOf(source), String.valueOf(target)));
    }
    if (!checks.errors().isEmpty()) {
      throw new Invalid(checks.errors());
    }
    return read;
  }
}
