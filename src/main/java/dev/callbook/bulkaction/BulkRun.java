package dev.callbook.bulkaction;

import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactListFilter;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.ScanRange;
import dev.callbook.wire.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An action from its beginning or from where it was interrupted: batch by batch, each kept
/// together with what became of it.
@ApplicationScoped
class BulkRun {
  private static final int COUNTED = 1_000;
  private static final int BATCH = 200;

  private final BulkJobStore jobs;
  private final BulkBatches batches;
  private final Contacts contacts;
  private final Clock clock;

  BulkRun(BulkJobStore jobs, BulkBatches batches, Contacts contacts, Clock clock) {
    this.jobs = jobs;
    this.batches = batches;
    this.contacts = contacts;
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
        walk(
            job,
            BulkOutcome.CHANGED,
            (_, items, counts) -> batches.undo(job, items, true, counts),
            BulkOutcome.KEPT);
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
      if (after.isEmpty()) {
        List<Contact> picked =
            contacts
                .find(job.seen(), job.selection().ids().stream().map(ContactId::new).toList())
                .values()
                .stream()
                .distinct()
                .toList();
        if (!picked.isEmpty()) {
          batches.count(job, picked, counts);
        }
      }
    } else {
      var filter = ContactListFilter.of(job.selection().filter());
      var seen = job.seen().within("division", filter.values("division"));
      List<Contact> found;
      do {
        job.goOn();
        found = contacts.scan(seen, new ScanRange(after, COUNTED), filter.allConditions());
        if (!found.isEmpty()) {
          counts = batches.count(job, found, counts);
          after =
              Optional.of(new ScanPlace(found.getLast().division(), found.getLast().id().value()));
        }
      } while (found.size() == COUNTED);
    }
    jobs.move(job, BulkState.READY, null);
  }

  /// What is done to a batch.
  private interface Step {
    BulkCounts take(BulkJob job, List<BulkItem> items, BulkCounts before);
  }

  private void walk(BulkJob job, BulkOutcome from, Step step, BulkOutcome refused) {
    BulkCounts counts = job.counts();
    @Nullable ContactId after = null;
    while (true) {
      job.goOn();
      List<BulkItem> items = jobs.next(job, from, after, BATCH);
      if (items.isEmpty()) {
        return;
      }
      counts = take(job, from, step, items, refused, counts);
      after = items.getLast().contact();
    }
  }

  /// Takes a batch; where one of its contacts cannot be written, one contact after the other.
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
      // Of a contact that comes back another has an external id by now.
      return job.state() == BulkState.UNDOING
          ? batches.undo(job, List.of(item), false, before)
          : batches.refuse(job, from, refused, List.of(item), before);
    } catch (Refusal refusal) {
      return batches.refuse(job, from, refused, List.of(item), before);
    }
  }
}
