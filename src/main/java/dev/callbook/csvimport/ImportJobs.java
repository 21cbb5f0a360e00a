package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.ColumnProfile.Mapping;
import dev.callbook.csvimport.Imports.Choice;
import dev.callbook.csvimport.Imports.Rights;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Imports as the public API orders them: a file that was sent, and saved settings. They go the way
/// of all imports.
@ApplicationScoped
public class ImportJobs {
  private final Imports imports;
  private final ImportProfiles profiles;
  private final CsvUploads uploads;

  ImportJobs(Imports imports, ImportProfiles profiles, CsvUploads uploads) {
    this.imports = imports;
    this.profiles = profiles;
    this.uploads = uploads;
  }

  /// Orders the dry run of an upload; the run waits for [#step].
  ///
  /// @param settings those of the columns, or the import settings that they belong to
  /// @param rights what the caller may do with rows of a kind
  /// @param division where new contacts go
  /// @throws NotFound if there is no such upload
  /// @throws dev.callbook.wire.Refusal.Conflict if it is not here yet, or was ordered before
  /// @throws Invalid naming `settingsId`, `uploadId` or `division.id`
  @Transactional
  public Import order(
      Scope scope,
      UUID upload,
      UUID settings,
      Function<ImportKind, Rights> rights,
      String division) {
    ColumnProfile columns = profiles.columnsFor(scope, settings);
    Rights held = rights.apply(columns.kind());
    uploads.arrived(scope, upload);
    ImportProfile profile =
        columns
            .profile()
            .map(id -> profiles.get(scope, id))
            .orElseThrow(() ->
                refused(
                    "settingsId", "required", "These CSV settings belong to no import settings."));
    List<Column> file = fileColumns(scope, upload);
    List<Optional<TargetField>> targets = targets(file, columns, profile.draft());
    Choice choice =
        new Choice(
            targets.stream()
                .map(target -> target.map(TargetField::field).orElse(ImportField.IGNORE))
                .toList(),
            profiles.sourceName(scope, profile),
            profile.draft().matchOn(),
            false,
            targets.stream()
                .map(target -> target.map(TargetField::customField).orElse(""))
                .toList(),
            profile.draft().several(),
            profile.id(),
            new ReadingRules(
                null,
                columns.region().orElse(null),
                file.stream()
                    .map(column ->
                        columns.of(column.name()).map(Mapping::shaping).orElse(ColumnRule.NONE))
                    .toList(),
                columns.timeZone().orElse(null)),
            columns.kind());
    try {
      return imports.check(scope, upload, held, division, choice);
    } catch (Invalid refusal) {
      throw inTheApisWords(refusal);
    }
  }

  private List<Column> fileColumns(Scope scope, UUID upload) {
    try {
      return imports.columns(scope, imports.get(scope, upload));
    } catch (Invalid refusal) {
      throw inTheApisWords(refusal);
    }
  }

  /// Where each column of the file goes; empty for those that are not mapped, or left out.
  private static List<Optional<TargetField>> targets(
      List<Column> file, ColumnProfile columns, ImportProfile.Draft draft) {
    Set<String> names =
        file.stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    List<FieldError> missing = new ArrayList<>();
    for (Mapping mapping : columns.mappings()) {
      if (!names.contains(mapping.source().toLowerCase(Locale.ROOT))) {
        missing.add(
            new FieldError(
                "settingsId",
                "invalid.value",
                "The file has no column " + mapping.source() + ", which these settings map."));
      }
    }
    if (!missing.isEmpty()) {
      throw new Invalid(missing);
    }
    return file.stream()
        .map(column ->
            columns
                .of(column.name())
                .filter(mapping -> draft.includes(mapping.target()))
                .flatMap(mapping -> TargetField.of(mapping.target())))
        .toList();
  }

  /// What imports call a column is part of the settings here.
  private static Invalid inTheApisWords(Invalid refusal) {
    return new Invalid(
        refusal.errors().stream()
            .map(error ->
                new FieldError(
                    switch (error.field()) {
                      case "columns", "source", "matchOn" -> "settingsId";
                      case "file" -> "uploadId";
                      default -> error.field();
                    },
                    error.rule(),
                    error.message(),
                    error.problem()))
            .toList());
  }

  private static Invalid refused(String field, String rule, String message) {
    return new Invalid(field, rule, message);
  }

  /// @throws NotFound if there is none within `scope`, or it was not ordered yet
  public Import get(Scope scope, UUID id) {
    Import it = imports.get(scope, id);
    if (it.settings() == null) {
      throw new NotFound("import job", id);
    }
    return it;
  }

  /// A page, in the order of their ids. @param after the last of the page before; null for the
  /// first
  List<Import> list(Scope scope, ImportJobFilter filter, @Nullable UUID after, int maxRows) {
    return imports.ordered(scope, filter, after, maxRows);
  }

  /// What can be asked of a job.
  public enum Step {
    /// runs what the dry run found
    Continue,
    /// stops it for good
    Cancel,
    /// takes it up again after it failed
    Retry
  }

  /// @throws NotFound as [#get]
  /// @throws dev.callbook.wire.Refusal.Conflict if it is not at a point where that can be done
  public void step(Scope scope, UUID id, Step step) {
    get(scope, id);
    switch (step) {
      case Continue -> imports.run(scope, id);
      case Cancel -> imports.cancel(scope, id);
      case Retry -> imports.retry(scope, id);
    }
  }
}
