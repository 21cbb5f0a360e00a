package dev.callbook.csvimport;

import dev.callbook.csvimport.FileReader.Read;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Puts the rows that have a target where they can be read group by group. They can be made again
/// from the file at any time, and are, after a crash of the database took them.
@ApplicationScoped
class Drafts {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  private final FileReader files;
  private final StagingStore staging;

  Drafts(FileReader files, StagingStore staging) {
    this.files = files;
    this.staging = staging;
  }

  /// @param first whether this is the dry run, which also writes down why rows without names are
  ///   rejected
  void stage(Job job, boolean first) {
    if (!staging.hasTargets(job)) {
      return;
    }
    staging.dropDrafts(job);
    files.read(
        job,
        _ -> true,
        batch -> staging.targets(job, batch.firstRow(), batch.end())::containsKey,
        read -> keep(job, read, first));
    staging.markStaged(job);
  }

  private void keep(Job job, Read read, boolean first) {
    Map<Long, Long> targets = staging.targets(job, read.batch().firstRow(), read.batch().end());
    List<RowDraft> grouped =
        read.drafts().stream()
            .filter(draft -> targets.getOrDefault(draft.row(), Target.NAMELESS) >= 0)
            .toList();
    List<Rejection> nameless =
        first
            ? read.drafts().stream()
                .filter(draft -> targets.getOrDefault(draft.row(), 0L) == Target.NAMELESS)
                .flatMap(draft -> read.reader().namelessness(draft).stream())
                .toList()
            : List.of();
    Transactions.retried(
        BATCH_LIMIT,
        () -> {
          staging.keepDrafts(job, grouped);
          staging.keep(job, nameless);
          return true;
        });
  }
}
