package dev.callbook.bulkaction;

import dev.callbook.directory.ScanPlace;
import dev.callbook.wire.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action from its beginning or from where it was interrupted: batch by batch, each kept
/// together with what became of it.
@ApplicationScoped
class BulkRun {
  private static final int COUNTED = 1_000;
  private static final int BATCH = 200;

  private final BulkJobStore jobs;
  private final BulkBatches batches;
  private final Clock clock;

  BulkRun(BulkJobStore jobs, BulkBatches batches, Clock clock) {
    this.jobs = jobs;
    this.batches = batches;
    this.clock = clock;
  }

  void run(BulkJob job) {
    switch (job.state()) {
      case COUNTING -> count(job);
      case RUNNING -> {
        walk(job, BulkOutcome.PLANNED, batches::run, BulkOutcome.REFUSED);
        jobs.move(job, BulkState.DONE, clock.instant());
      }
      case UNDOING -> {
        BulkCounts counts =
            walk(
                job,
                BulkOutcome.CHANGED,
                (_, items, before) -> batches.undo(job, items, true, before),
                BulkOutcome.KEPT);
        undoBeside(job, counts);
        jobs.move(job, BulkState.UNDONE, null);
      }
      case READY, DONE, UNDONE, CANCELLED, FAILED ->
          throw new IllegalArgumentException("there is nothing to do");
    }
  }

  private void count(BulkJob job) {
    Optional<ScanPlace> after = job.after();
    BulkCounts counts = job.counts();
    if (job.selection().isPicked()) {
      List<BulkItem> picked =
          after.isPresent() ? List.of() : batches.find(job, job.selection().ids());
      if (!picked.isEmpty()) {
        batches.count(job, picked, counts);
      }
    } else {
      List<BulkItem> found;
      do {
        job.goOn();
        found = batches.scan(job, after, COUNTED);
        if (!found.isEmpty()) {
          counts = batches.count(job, found, counts);
          after = Optional.of(new ScanPlace(found.getLast().division(), found.getLast().id()));
        }
      } while (found.size() == COUNTED);
    }
    jobs.move(job, BulkState.READY, null);
  }

  /// Begins anew after an interruption: what is back already stays as it is.
  private void undoBeside(BulkJob job, BulkCounts counts) {
    BulkBatches.Step step = new BulkBatches.Step(Optional.empty(), counts);
    do {
      job.goOn();
      step = batches.undoBeside(job, step.last(), step.counts());
    } while (step.last().isPresent());
  }

  /// What is done to a batch.
  private interface Step {
    BulkCounts take(BulkJob job, List<BulkItem> items, BulkCounts before);
  }

  private BulkCounts walk(BulkJob job, BulkOutcome from, Step step, BulkOutcome refused) {
    BulkCounts counts = job.counts();
    @Nullable UUID after = null;
    while (true) {
      job.goOn();
      List<BulkItem> items = jobs.next(job, from, after, BATCH);
      if (items.isEmpty()) {
        return counts;
      }
      counts = take(job, from, step, items, refused, counts);
      after = items.getLast().id();
    }
  }

  /// Takes a batch; where one of its records cannot be written, one record after the other.
  private BulkCounts take(
      BulkJob job,
      BulkOutcome from,
      Step step,
      List<BulkItem> items,
      BulkOutcome refused,
      BulkCounts before) {
    try {
      return step.take(job, items, before);
    } catch (Refusal batch) {
      BulkCounts counts = before;
      for (BulkItem item : items) {
        counts = takeOne(job, from, step, item, refused, counts);
      }
      return counts;
    }
  }

  private BulkCounts takeOne(
      BulkJob job,
      BulkOutcome from,
      Step step,
      BulkItem item,
      BulkOutcome refused,
      BulkCounts before) {
    try {
      return step.take(job, List.of(item), before);
    } catch (Refusal.Conflict taken) {
      // Of a record that comes back another has an external id by now.
      return job.state() == BulkState.UNDOING
          ? takeBackPartly(job, from, item, refused, before)
          : batches.refuse(job, from, refused, List.of(item), before);
    } catch (Refusal refusal) {
      return batches.refuse(job, from, refused, List.of(item), before);
    }
  }

  private BulkCounts takeBackPartly(
      BulkJob job, BulkOutcome from, BulkItem item, BulkOutcome refused, BulkCounts before) {
    try {
      return batches.undo(job, List.of(item), false, before);
    } catch (Refusal refusal) {
      return batches.refuse(job, from, refused, List.of(item), before);
    }
  }
}
