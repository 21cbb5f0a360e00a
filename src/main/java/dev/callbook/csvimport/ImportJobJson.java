package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.wire.Among;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An import as the public API has it. Source: model `ContactImportJobResponse`.
///
/// @param settings absent where it was not ordered with saved ones
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportJobJson(
    String id,
    @Among({"Created", "Running", "Completed", "Failed", "Cancelled"}) String status,
    @Nullable String statusDetails,
    @Among({"Validating", "Validated", "Importing"}) @Nullable String executionStep,
    MetadataJson metadata,
    Instant dateCreated,
    @Nullable DivisionJson division,
    @Nullable EntityRef settings,
    String selfUri) {
  static final String PATH = "/api/v2/externalcontacts/import/jobs";

  /// Source: model `ContactImportJobRequest`.
  public record RequestJson(@Nullable String settingsId, @Nullable DivisionJson division) {}

  /// Source: model `CsvJobRequest`.
  public record CsvRequestJson(
      @Nullable String uploadId, @Nullable String settingsId, @Nullable DivisionJson division) {}

  /// Source: model `CsvJobResponse`.
  public record CsvResponseJson(EntityRef job) {}

  /// Source: models `ContactImportJobStatusUpdateRequest` and `…Response`.
  public record StepJson(@Nullable String jobId, ImportJobs.@Nullable Step status) {}

  /// What was counted, in rows; absent before its time. Source: model `ContactImportJobMetadata`.
  ///
  /// @param importFailedCount rows of the file that are not in the directory
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MetadataJson(
      String fileName,
      @Nullable Long dryRunFailedCount,
      @Nullable Long dryRunSuccessCount,
      @Nullable String dryRunReportDownloadUrl,
      @Nullable Long importFailedCount,
      @Nullable Long importSuccessCount,
      @Nullable String importReportDownloadUrl) {}

  /// @param report where the rejected rows can be read
  static ImportJobJson of(Scope scope, Import it, String report) {
    return new ImportJobJson(
        it.id().toString(),
        ImportJobStatus.of(it).name(),
        it.isPaused() ? "Paused" : it.reason(),
        step(it),
        metadata(it, report),
        it.times().createdAt(),
        it.division() == null ? null : DivisionJson.of(scope, it.division()),
        it.savedSettings() == null
            ? null
            : new EntityRef(
                it.savedSettings().toString(), ImportProfileJson.PATH + "/" + it.savedSettings()),
        PATH + "/" + it.id());
  }

  private static @Nullable String step(Import it) {
    if (it.times().runStartedAt() != null) {
      return "Importing";
    }
    if (it.times().checkedAt() != null) {
      return "Validated";
    }
    return ImportJobStatus.of(it) == ImportJobStatus.Created ? null : "Validating";
  }

  private static MetadataJson metadata(Import it, String report) {
    boolean isChecked = it.times().checkedAt() != null;
    boolean isRunning = it.times().runStartedAt() != null;
    boolean isOver = isRunning && !it.state().isWorking();
    long failed = it.plan().rejected() + it.plan().ambiguous();
    return new MetadataJson(
        it.fileName(),
        isChecked ? Long.valueOf(failed) : null,
        isChecked ? Long.valueOf(it.plan().applicable()) : null,
        isChecked ? report : null,
        isOver ? Long.valueOf(it.plan().rows() - it.applied().rows()) : null,
        isRunning ? Long.valueOf(it.applied().rows()) : null,
        isOver ? report : null);
  }
}
