package dev.callbook.csvimport;

import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Import.Applied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
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

  Applied of(Job job) {
    AtomicReference<Applied> sum = new AtomicReference<>(Applied.NOTHING);
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
          count(job, sum, groups.foresee(job, batch.alone()));
        });
    kept.markComplete(job);
    long after = -1;
    for (List<Group> page = groups.next(job, after);
        !page.isEmpty();
        page = groups.next(job, after)) {
      job.goOn();
      count(job, sum, groups.foresee(job, page));
      after = page.getLast().firstRow();
    }
    return sum.get();
  }

  private static void count(Job job, AtomicReference<Applied> sum, Applied rows) {
    job.done().addAndGet(rows.rows());
    sum.accumulateAndGet(rows, Applied::plus);
  }
}
