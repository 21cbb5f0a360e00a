package dev.callbook.csvimport;

import dev.callbook.csvimport.Drafts.Batch;
import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Groups.Foreseen;
import dev.callbook.csvimport.Groups.Outcome;
import dev.callbook.csvimport.Import.Applied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// What the run would do to the rows that do not simply add somebody. Writes nothing but why rows
/// are rejected, and some of what it found, for people to look at.
@ApplicationScoped
class Forecast {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  private final Drafts drafts;
  private final DraftStore kept;
  private final FileReader files;
  private final StagingStore staging;
  private final Groups groups;
  private final SampleStore samples;

  Forecast(
      Drafts drafts,
      DraftStore kept,
      FileReader files,
      StagingStore staging,
      Groups groups,
      SampleStore samples) {
    this.drafts = drafts;
    this.kept = kept;
    this.files = files;
    this.staging = staging;
    this.groups = groups;
    this.samples = samples;
  }

  /// What the run would do.
  ///
  /// @param refused how many rows it would not apply, since their contact's custom fields do not
  ///   take what they say
  record Outlook(Applied applied, long refused) {}

  Outlook of(Job job) {
    Sum sum = new Sum(job);
    drafts.eachWithTargets(
        job,
        batch -> {
          sum.takeAdditions(batch);
          List<Rejection> nameless = files.namelessness(job, batch.nameless());
          Transactions.retried(
              BATCH_LIMIT,
              () -> {
                kept.keepShared(job, batch.shared());
                staging.keep(job, nameless);
                return true;
              });
          foresee(sum, batch.alone());
        });
    kept.markComplete(job);
    long after = -1;
    for (List<Group> page = groups.next(job, after);
        !page.isEmpty();
        page = groups.next(job, after)) {
      job.goOn();
      foresee(sum, page);
      after = page.getLast().firstRow();
    }
    drafts.firstWithout(job, sum.batches, sum::takeAdditions);
    Transactions.retried(
        BATCH_LIMIT,
        () -> {
          samples.keepContacts(job, sum.sample.all());
          return true;
        });
    return new Outlook(sum.applied.get(), sum.refused.get());
  }

  private void foresee(Sum sum, List<Group> page) {
    Foreseen foreseen = groups.foresee(sum.job, page, sum::look);
    if (!foreseen.refused().isEmpty()) {
      Transactions.retried(
          BATCH_LIMIT,
          () -> {
            staging.keep(sum.job, foreseen.refused());
            return true;
          });
    }
    sum.add(foreseen);
  }

  /// What is known so far; several threads add to it.
  private static final class Sum {
    private final Job job;
    private final Sample<Group> sample = new Sample<>();
    private final Set<Integer> batches = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Applied> applied = new AtomicReference<>(Applied.NOTHING);
    private final AtomicLong refused = new AtomicLong();

    Sum(Job job) {
      this.job = job;
    }

    void takeAdditions(Batch batch) {
      batches.add(batch.number());
      if (sample.wantsAdditions(batch.firstRow())) {
        batch.fresh().stream()
            .limit(Sample.SIZE)
            .forEach(draft ->
                sample.takeAddition(draft.row(), new Group(draft.row(), null, List.of(draft))));
      }
    }

    void look(Outcome outcome) {
      Group group = outcome.group();
      if (outcome.isAddition()) {
        sample.takeAddition(group.firstRow(), group);
      } else if (outcome.isChange()) {
        sample.takeChange(group.firstRow(), group);
      }
    }

    void add(Foreseen rows) {
      job.done().addAndGet(rows.applied().rows() + rows.refused().size());
      applied.accumulateAndGet(rows.applied(), Applied::plus);
      refused.addAndGet(rows.refused().size());
    }
  }
}
