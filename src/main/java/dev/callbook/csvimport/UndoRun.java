package dev.callbook.csvimport;

import dev.callbook.change.Subject;
import dev.callbook.change.Trace;
import dev.callbook.change.Traces;
import dev.callbook.contact.ContactLoad;
import dev.callbook.wire.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An undo from its beginning or from where it was interrupted: stage by stage and batch by batch,
/// each one transaction with its progress. Counting goes the same way and writes nothing but what
/// it found.
@ApplicationScoped
class UndoRun {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int BATCH = 2_000;
  private static final int MERGES = 200;

  private final UndoJobStore jobs;
  private final UndoItemStore items;
  private final Traces traces;
  private final UndoMerges merges;
  private final UndoContacts contacts;
  private final UndoOrganizations organizations;
  private final ContactLoad load;
  private final Clock clock;

  UndoRun(
      UndoJobStore jobs,
      UndoItemStore items,
      Traces traces,
      UndoMerges merges,
      UndoContacts contacts,
      UndoOrganizations organizations,
      ContactLoad load,
      Clock clock) {
    this.jobs = jobs;
    this.items = items;
    this.traces = traces;
    this.merges = merges;
    this.contacts = contacts;
    this.organizations = organizations;
    this.load = load;
    this.clock = clock;
  }

  void run(UndoJob job) {
    if (job.stage() == UndoStage.MERGES && job.behind() == null) {
      // What counting foresaw gives way to what happens.
      Transactions.in(
          LIMIT,
          () -> {
            items.clear(job.scope(), job.id());
            return true;
          });
    }
    UndoCounts counts = job.counts();
    for (UndoStage stage : UndoStage.values()) {
      if (stage.compareTo(job.stage()) >= 0) {
        UUID behind = stage == job.stage() ? job.behind() : null;
        jobs.stage(job, stage, behind == null, total(job, stage), clock.instant());
        counts = new Walk(job, stage, behind, counts).toTheEnd();
      }
    }
    if (job.isCounting()) {
      jobs.counted(job, clock.instant());
    } else {
      jobs.done(job, clock.instant());
      load.settle(counts.of(UndoOutcome.REMOVED));
    }
  }

  private long total(UndoJob job, UndoStage stage) {
    return switch (stage) {
      case MERGES -> items.countMerged(job.scope(), job.id());
      case CONTACTS -> traces.count(job.scope(), job.id(), Subject.CONTACT, job.lastEntry());
      case ORGANIZATIONS ->
          traces.count(job.scope(), job.id(), Subject.ORGANIZATION, job.lastEntry());
    };
  }

  /// One stage.
  private final class Walk {
    private final UndoJob job;
    private final UndoStage stage;
    private @Nullable UUID behind;
    private UndoCounts counts;

    Walk(UndoJob job, UndoStage stage, @Nullable UUID behind, UndoCounts counts) {
      this.job = job;
      this.stage = stage;
      this.behind = behind;
      this.counts = counts;
    }

    /// @return the counts with it
    UndoCounts toTheEnd() {
      while (next()) {
        job.goOn();
      }
      return counts;
    }

    private boolean next() {
      return switch (stage) {
        case MERGES -> {
          List<UUID> page = items.merged(job.scope(), job.id(), behind, MERGES);
          page.forEach(this::part);
          yield !page.isEmpty();
        }
        case CONTACTS -> {
          List<Trace> page = page(Subject.CONTACT);
          if (!page.isEmpty()) {
            takeAll(page);
          }
          yield !page.isEmpty();
        }
        case ORGANIZATIONS -> {
          List<Trace> page = page(Subject.ORGANIZATION);
          if (!page.isEmpty()) {
            keep(page.getLast().id(), page.size(), () -> organizations.take(job, page));
          }
          yield !page.isEmpty();
        }
      };
    }

    private List<Trace> page(Subject subject) {
      return traces.next(job.scope(), job.id(), subject, behind, job.lastEntry(), BATCH);
    }

    private void part(UUID canonical) {
      job.goOn();
      try {
        keep(canonical, 1, () -> merges.take(job, canonical));
      } catch (Refusal.Conflict taken) {
        refuse(canonical, canonical, UndoOutcome.STILL_MERGED, UndoReason.EXTERNAL_ID);
      } catch (Refusal refusal) {
        refuse(canonical, canonical, UndoOutcome.STILL_MERGED, UndoReason.REFUSED);
      }
    }

    /// Takes a batch; where one of its contacts cannot be written, one entry after the other.
    private void takeAll(List<Trace> page) {
      try {
        keep(page.getLast().id(), page.size(), () -> contacts.take(job, page, true));
      } catch (Refusal batch) {
        page.forEach(this::takeOne);
      }
    }

    private void takeOne(Trace trace) {
      job.goOn();
      List<Trace> page = List.of(trace);
      try {
        keep(trace.id(), 1, () -> contacts.take(job, page, true));
      } catch (Refusal.Conflict taken) {
        keep(trace.id(), 1, () -> contacts.take(job, page, false));
      } catch (Refusal refusal) {
        refuse(trace.id(), trace.subjectId(), UndoOutcome.KEPT, UndoReason.REFUSED);
      }
    }

    private void refuse(UUID place, UUID contact, UndoOutcome outcome, UndoReason reason) {
      keep(
          place,
          1,
          () -> {
            UndoTally tally = new UndoTally();
            tally.add(UndoItem.contact(contact, outcome, reason));
            return tally;
          });
    }

    /// One transaction.
    ///
    /// @param last what is behind with it
    private void keep(UUID last, int size, Supplier<UndoTally> work) {
      UndoCounts before = counts;
      counts =
          Objects.requireNonNull(
              Transactions.retried(
                  LIMIT,
                  () -> {
                    UndoTally tally = work.get();
                    UndoCounts after = before.plus(tally.counts());
                    items.keep(job.scope(), job.id(), tally.items());
                    jobs.dealtWith(job, last, size, after);
                    return after;
                  }));
      behind = last;
    }
  }
}
