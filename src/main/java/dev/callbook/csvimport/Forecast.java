package dev.callbook.csvimport;

import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Import.Applied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// What the run would do to the rows that do not simply add somebody. Writes nothing but why rows
/// without names are rejected.
@ApplicationScoped
class Forecast {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  private final Drafts drafts;
  private final DraftStore kept;
  private final FileReader files;
  private final StagingStore staging;
  private final Groups groups;

  Forecast(Drafts drafts, DraftStore kept, FileReader files, StagingStore staging, Groups groups) {
    this.drafts = drafts;
    this.kept = kept;
    this.files = files;
    this.staging = staging;
    this.groups = groups;
  }

  /// What the run would do.
  ///
  /// @param refused how many rows of `applied.kept` are rejected, since their contact's custom
  ///   fields do not take what they say
  record Outlook(Applied applied, long refused) {}

  Outlook of(Job job) {
    AtomicReference<Applied> sum = new AtomicReference<>(Applied.NOTHING);
    AtomicLong refused = new AtomicLong();
    drafts.eachWithTargets(
        job,
        batch -> {
          List<Rejection> nameless = files.namelessness(job, batch.nameless());
          Transactions.retried(
              BATCH_LIMIT,
              () -> {
                kept.keepShared(job, batch.shared());
                staging.keep(job, nameless);
                return true;
              });
          count(job, sum, foresee(job, batch.alone(), refused));
        });
    kept.markComplete(job);
    long after = -1;
    for (List<Group> page = groups.next(job, after);
        !page.isEmpty();
        page = groups.next(job, after)) {
      job.goOn();
      count(job, sum, foresee(job, page, refused));
      after = page.getLast().firstRow();
    }
    return new Outlook(sum.get(), refused.get());
  }

  private Applied foresee(Job job, List<Group> page, AtomicLong refused) {
    List<Rejection> rejections = new ArrayList<>();
    Applied foreseen = groups.foresee(job, page, rejections::add);
    if (!rejections.isEmpty()) {
      Transactions.retried(
          BATCH_LIMIT,
          () -> {
            staging.keep(job, rejections);
            return true;
          });
      refused.addAndGet(rejections.size());
    }
    return foreseen;
  }

  private static void count(Job job, AtomicReference<Applied> sum, Applied rows) {
    job.done().addAndGet(rows.rows());
    sum.accumulateAndGet(rows, Applied::plus);
  }
}
