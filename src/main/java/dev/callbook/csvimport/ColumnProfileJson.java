package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.csvimport.ColumnProfile.Mapping;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Among;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// CSV settings on the wire. Source: model `CsvSettings`.
///
/// @param region our own addition: for numbers without a country code, as `ES`
/// @param timeZone our own addition: of times without one, as `Europe/Madrid`; UTC if absent
/// @param kind our own addition: what the rows are; contacts if absent
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnProfileJson(
    @Nullable String id,
    @Nullable String externalSettingsId,
    @Nullable List<MappingJson> mappings,
    @Nullable String region,
    @Nullable String timeZone,
    @Among({"contacts", "organizations"}) @Nullable String kind,
    @Nullable String selfUri) {
  static final String PATH = "/api/v2/externalcontacts/import/csv/settings";

  /// As many as a file may have columns.
  private static final int MAX_MAPPINGS = 1_000;

  private static final int MAX_NAME = 1_000;

  /// Source: model `CsvMappingEntry`.
  ///
  /// @param transform our own addition: how cells are brought into shape
  /// @param wins our own addition: which value counts where one is stored already; `FILE` if absent
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MappingJson(
      @Nullable String sourceField,
      @Nullable String targetField,
      @Nullable TransformJson transform,
      @Among({"FILE", "FILL", "STORED"}) @Nullable String wins) {
    private static MappingJson of(Mapping mapping) {
      Winner winner = mapping.shaping().wins();
      return new MappingJson(
          mapping.source(),
          mapping.target(),
          TransformJson.of(mapping.shaping().winning(Winner.FILE)),
          winner == Winner.FILE ? null : winner.name());
    }

    private ColumnRule rule(Checks checks, String field) {
      Winner winner = wins == null ? Winner.FILE : Winner.read(wins);
      if (winner == null) {
        checks.note(field + ".wins", "invalid.value", "wins knows FILE, FILL and STORED.");
      }
      ColumnRule shape =
          transform == null ? ColumnRule.NONE : transform.read(checks, field + ".transform");
      return winner == null ? shape : shape.winning(winner);
    }
  }

  /// How a column's cells are brought into shape before they become a field.
  ///
  /// @param otherwise what an empty cell counts as
  /// @param values what certain cells become, whatever their case
  /// @param dates in which order dates are written
  /// @param numbers whether a point or a comma stands before the decimals
  /// @param joint what stands between this column and the one before it that becomes the same field
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TransformJson(
      @Nullable String otherwise,
      @Nullable Map<String, String> values,
      @Among({"DAY_FIRST", "MONTH_FIRST", "YEAR_FIRST"}) @Nullable String dates,
      @Nullable String joint,
      @Among({"POINT", "COMMA"}) @Nullable String numbers) {
    private static final int LONGEST = 1_000;
    private static final int MOST_VALUES = 200;

    static @Nullable TransformJson of(ColumnRule rule) {
      return rule.equals(ColumnRule.NONE)
          ? null
          : new TransformJson(
              rule.otherwise().isEmpty() ? null : rule.otherwise(),
              rule.values().isEmpty() ? null : rule.values(),
              rule.dates() == null ? null : rule.dates().name(),
              rule.joint(),
              rule.numbers() == null ? null : rule.numbers().name());
    }

    ColumnRule read(Checks checks, String field) {
      Map<String, String> sent = Objects.requireNonNullElse(values, Map.of());
      boolean isShort =
          Stream.concat(
                  Stream.of(
                      Objects.requireNonNullElse(otherwise, ""),
                      Objects.requireNonNullElse(joint, "")),
                  sent.entrySet().stream()
                      .flatMap(one -> Stream.of(one.getKey(), String.valueOf(one.getValue()))))
              .allMatch(text -> text.length() <= LONGEST);
      if (!isShort
          || sent.size() > MOST_VALUES
          || sent.values().stream().anyMatch(Objects::isNull)) {
        checks.note(
            field,
            "invalid.value",
            field + " holds texts of at most 1000 characters, and at most 200 values.");
        return ColumnRule.NONE;
      }
      DateOrder order = dates == null ? null : SetupForm.DateWords.read(dates);
      if (dates != null && order == null) {
        checks.note(
            field + ".dates",
            "invalid.value",
            "dates knows DAY_FIRST, MONTH_FIRST and YEAR_FIRST.");
      }
      NumberStyle style = numbers == null ? null : NumberStyle.read(numbers);
      if (numbers != null && style == null) {
        checks.note(field + ".numbers", "invalid.value", "numbers knows POINT and COMMA.");
      }
      return new ColumnRule(
          Objects.requireNonNullElse(otherwise, ""), sent, order, joint, Winner.FILE, style);
    }
  }

  static ColumnProfileJson of(ColumnProfile columns) {
    return new ColumnProfileJson(
        columns.id().toString(),
        columns.profile().map(UUID::toString).orElse(null),
        columns.mappings().stream().map(MappingJson::of).toList(),
        columns.region().orElse(null),
        columns.timeZone().orElse(null),
        columns.kind() == ImportKind.CONTACTS ? null : columns.kind().word(),
        PATH + "/" + columns.id());
  }

  /// @throws Invalid naming `externalSettingsId` if it is no id
  Optional<UUID> profile() {
    return Parse.isAbsent(externalSettingsId)
        ? Optional.empty()
        : Optional.of(Parse.id("externalSettingsId", String.valueOf(externalSettingsId).strip()));
  }

  /// @throws Invalid naming `region` if there is no such country
  Optional<String> regionCode() {
    return Optional.ofNullable(Imports.reading(null, region, null, List.of()).region());
  }

  /// @throws Invalid naming `timeZone` if there is no such time zone
  Optional<String> zone() {
    return Optional.ofNullable(Imports.reading(null, null, timeZone, List.of()).timeZone());
  }

  /// @throws Invalid naming `kind` if there is no such kind
  ImportKind rows() {
    return kind == null ? ImportKind.CONTACTS : ImportApi.kind(kind);
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
      read.add(
          new Mapping(
              String.valueOf(source),
              String.valueOf(target),
              mapping == null ? ColumnRule.NONE : mapping.rule(checks, "mappings[" + i + "]")));
    }
    if (!checks.errors().isEmpty()) {
      throw new Invalid(checks.errors());
    }
    return read;
  }
}
