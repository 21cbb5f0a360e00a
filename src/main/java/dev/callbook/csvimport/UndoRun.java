package dev.callbook.csvimport;

import dev.callbook.change.Subject;
import dev.callbook.change.Trace;
import dev.callbook.change.Traces;
import dev.callbook.contact.ContactLoad;
import dev.callbook.contact.ContactUnload;
import dev.callbook.directory.Vocabulary;
import dev.callbook.wire.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final int WORDS = 2_000;

  private final UndoJobStore jobs;
  private final UndoItemStore items;
  private final Traces traces;
  private final UndoMerges merges;
  private final UndoContacts contacts;
  private final UndoOrganizations organizations;
  private final ContactLoad load;
  private final Vocabulary vocabulary;
  private final Clock clock;

  UndoRun(
      UndoJobStore jobs,
      UndoItemStore items,
      Traces traces,
      UndoMerges merges,
      UndoContacts contacts,
      UndoOrganizations organizations,
      ContactLoad load,
      Vocabulary vocabulary,
      Clock clock) {
    this.jobs = jobs;
    this.items = items;
    this.traces = traces;
    this.merges = merges;
    this.contacts = contacts;
    this.organizations = organizations;
    this.load = load;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  void run(UndoJob job) {
    if (job.stage() == UndoStage.MERGES && job.behind() == null) {
      // What counting foresaw gives way to what happens.
      Transactions.in(
          LIMIT,
          () -> {
            items.clear(job.scope(), job.id());
            jobs.clearBatches(job);
            return true;
          });
    }
    for (UndoStage stage : UndoStage.values()) {
      if (stage.compareTo(job.stage()) >= 0) {
        boolean isNew = stage != job.stage() || (stage == UndoStage.MERGES && job.behind() == null);
        jobs.stage(job, stage, isNew, total(job, stage), clock.instant());
        new Walk(job, isNew ? null : job.behind()).take(stage);
      }
    }
    if (job.isCounting()) {
      jobs.counted(job, clock.instant());
    } else {
      UndoCounts counts = jobs.counts(job);
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
      case WORDS -> hasManyNames(job) ? vocabulary.count(job.scope()) : 0;
    };
  }

  /// Whether more contacts went at once than let go of the words of their names themselves.
  private boolean hasManyNames(UndoJob job) {
    return !job.isCounting() && jobs.counts(job).of(UndoOutcome.REMOVED) > ContactUnload.FEW;
  }

  /// One stage.
  private final class Walk {
    private final UndoJob job;
    private @Nullable UUID behind;

    Walk(UndoJob job, @Nullable UUID behind) {
      this.job = job;
      this.behind = behind;
    }

    void take(UndoStage stage) {
      switch (stage) {
        case MERGES -> partMerges();
        case CONTACTS -> takeContacts();
        case ORGANIZATIONS -> takeOrganizations();
        case WORDS -> forgetWords();
      }
    }

    private void partMerges() {
      for (List<UUID> page = merged(); !page.isEmpty(); page = merged()) {
        page.forEach(this::part);
        behind = page.getLast();
      }
    }

    private List<UUID> merged() {
      return items.merged(job.scope(), job.id(), behind, MERGES);
    }

    /// Several batches at once. The entries, and so the batches, are the same whenever they are
    /// gone through.
    private void takeContacts() {
      Set<UUID> taken = jobs.takenBatches(job);
      behind = null;
      try (Crew crew = new Crew(job)) {
        for (List<Trace> page = page(Subject.CONTACT);
            !page.isEmpty();
            page = page(Subject.CONTACT)) {
          UUID last = page.getLast().id();
          if (!taken.contains(last)) {
            List<Trace> batch = page.stream().filter(trace -> !taken.contains(trace.id())).toList();
            crew.submit(() -> takeAll(batch));
          }
          behind = last;
        }
        crew.finish();
      }
    }

    private void takeOrganizations() {
      for (List<Trace> page = page(Subject.ORGANIZATION);
          !page.isEmpty();
          page = page(Subject.ORGANIZATION)) {
        job.goOn();
        takeOrganizations(page);
        behind = page.getLast().id();
      }
    }

    /// Takes a batch; where one of its organizations cannot be written, one after the other.
    private void takeOrganizations(List<Trace> batch) {
      try {
        keepOrganizations(batch, true);
      } catch (Refusal one) {
        for (Trace trace : batch) {
          job.goOn();
          try {
            keepOrganizations(List.of(trace), true);
          } catch (Refusal.Conflict taken) {
            keepOrganizations(List.of(trace), false);
          } catch (Refusal refusal) {
            keep(trace.id(), 1, () -> UndoOrganizations.refused(trace));
          }
        }
      }
    }

    private void keepOrganizations(List<Trace> batch, boolean isWhole) {
      keep(batch.getLast().id(), batch.size(), () -> organizations.take(job, batch, isWhole));
    }

    private void forgetWords() {
      if (!hasManyNames(job)) {
        return;
      }
      Optional<String> after = Optional.of("");
      while (after.isPresent()) {
        job.goOn();
        String from = after.get();
        after =
            Transactions.retried(LIMIT, () -> vocabulary.forgetUnused(job.scope(), from, WORDS));
      }
    }

    private List<Trace> page(Subject subject) {
      return traces.next(job.scope(), job.id(), subject, behind, job.lastEntry(), BATCH);
    }

    private void part(UUID canonical) {
      job.goOn();
      try {
        keep(canonical, 1, () -> merges.take(job, canonical));
      } catch (Refusal.Conflict taken) {
        keep(
            canonical,
            1,
            () -> refused(canonical, UndoOutcome.STILL_MERGED, UndoReason.EXTERNAL_ID));
      } catch (Refusal refusal) {
        keep(canonical, 1, () -> refused(canonical, UndoOutcome.STILL_MERGED, UndoReason.REFUSED));
      }
    }

    /// Takes a batch; where one of its contacts cannot be written, one after the other. The last of
    /// them then marks the batch as dealt with.
    private void takeAll(List<Trace> batch) {
      try {
        keepContacts(batch, () -> contacts.take(job, batch, true));
      } catch (Refusal refusal) {
        batch.forEach(this::takeOne);
      }
    }

    private void takeOne(Trace trace) {
      job.goOn();
      List<Trace> batch = List.of(trace);
      try {
        keepContacts(batch, () -> contacts.take(job, batch, true));
      } catch (Refusal.Conflict taken) {
        keepContacts(batch, () -> contacts.take(job, batch, false));
      } catch (Refusal refusal) {
        keepContacts(batch, () -> refused(trace.subjectId(), UndoOutcome.KEPT, UndoReason.REFUSED));
      }
    }

    private void keepContacts(List<Trace> batch, Supplier<UndoTally> work) {
      UUID last = batch.getLast().id();
      keep(last, batch.size(), () -> jobs.takeBatch(job, last) ? work.get() : null);
    }

    private static UndoTally refused(UUID contact, UndoOutcome outcome, UndoReason reason) {
      UndoTally tally = new UndoTally();
      tally.add(UndoItem.contact(contact, outcome, reason));
      return tally;
    }

    /// One transaction.
    ///
    /// @param last what is behind with it
    /// @param work null if it was done before
    private void keep(UUID last, int size, Supplier<@Nullable UndoTally> work) {
      Transactions.retried(
          LIMIT,
          () -> {
            UndoTally tally = work.get();
            if (tally != null) {
              items.keep(job.scope(), job.id(), tally.items());
              jobs.dealtWith(job, last, size, tally.counts());
            }
            return true;
          });
    }
  }
}
