package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Organizations;
import dev.callbook.csvimport.Import.Plan;
import dev.callbook.directory.References.DivisionJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An import in JSON. Of our own making: the public API has no such model.
///
/// @param state `uploaded`, `checking`, `checked`, `running`, `done`, `failed`, `cancelled`
/// @param kind what the rows are: `contacts` or `organizations`; absent until it is chosen
/// @param pausedAt since when it rests; absent unless it does
/// @param undo the state of its undo; absent where none was ordered
/// @param reason why it failed
/// @param plan what the dry run found; absent before its end
/// @param organizations those that contacts' rows name, each counted once; absent before the dry
///   run's end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportJson(
    String id,
    @Nullable DivisionJson division,
    String fileName,
    long bytes,
    String state,
    @Nullable String kind,
    @Nullable String reason,
    @Nullable List<ColumnJson> columns,
    @Nullable ProgressJson progress,
    @Nullable Plan plan,
    Applied applied,
    @Nullable Organizations organizations,
    Instant createdAt,
    @Nullable Instant checkStartedAt,
    @Nullable Instant checkedAt,
    @Nullable Instant runStartedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant pausedAt,
    @Nullable String undo,
    String selfUri) {
  static final String PATH = "/api/v2/callbook/imports";

  /// A column and what it becomes, in the word that `mapping` takes.
  public record ColumnJson(String name, String field) {}

  /// Where the work stands.
  ///
  /// @param unit `rows`, or `bytes` while the file is read for the first time
  /// @param perSecond absent while it cannot be told, as is `secondsLeft`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProgressJson(
      String phase,
      String unit,
      long done,
      long total,
      @Nullable Long perSecond,
      @Nullable Long secondsLeft) {}

  static ImportJson of(Scope scope, Import it, @Nullable List<Column> columns, Instant now) {
    return new ImportJson(
        it.id().toString(),
        it.division() == null ? null : DivisionJson.of(scope, it.division()),
        it.fileName(),
        it.bytes(),
        it.state().word(),
        it.settings() == null ? null : it.settings().kind().word(),
        it.reason(),
        columns == null
            ? null
            : columns.stream()
                .map(c -> new ColumnJson(c.name(), ColumnWords.of(c.field(), c.customField())))
                .toList(),
        it.state().isWorking() ? progress(it, now) : null,
        it.times().checkedAt() == null ? null : it.plan(),
        it.applied(),
        it.times().checkedAt() == null || !it.hasContacts() ? null : it.organizations(),
        it.times().createdAt(),
        it.times().checkStartedAt(),
        it.times().checkedAt(),
        it.times().runStartedAt(),
        it.times().finishedAt(),
        it.times().pausedAt(),
        it.undo() == null ? null : it.undo().word(),
        PATH + "/" + it.id());
  }

  private static ProgressJson progress(Import it, Instant now) {
    long rate = it.isPaused() ? 0 : it.progress().rate(now);
    long left = it.isPaused() ? -1 : it.progress().secondsLeft(now);
    return new ProgressJson(
        it.phase(),
        it.phase().equals("reading") ? "bytes" : "rows",
        it.progress().done(),
        it.progress().total(),
        rate == 0 ? null : rate,
        left < 0 ? null : left);
  }
}
