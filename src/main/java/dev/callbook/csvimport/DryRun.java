package dev.callbook.csvimport;

import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Plan;
import dev.callbook.csvimport.Resolver.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Everything but the writing: reads and judges every row, finds whom it means, and counts what the
/// run would do. Killed in the middle it begins again; nothing is written that anybody sees.
@ApplicationScoped
class DryRun {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);
  private static final Duration MATCH_LIMIT = Duration.ofHours(2);
  private static final int CHUNK = 5_000;

  private final FileReader files;
  private final StagingStore staging;
  private final MatchStore matches;
  private final Drafts drafts;
  private final Groups groups;
  private final Linking linking;
  private final JobStore jobs;
  private final Clock clock;

  DryRun(
      FileReader files,
      StagingStore staging,
      MatchStore matches,
      Drafts drafts,
      Groups groups,
      Linking linking,
      JobStore jobs,
      Clock clock) {
    this.files = files;
    this.staging = staging;
    this.matches = matches;
    this.drafts = drafts;
    this.groups = groups;
    this.linking = linking;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// @throws dev.callbook.csvimport.reading.UnreadableFile where the file stops being CSV
  void run(Job job) {
    jobs.phase(job, "reading", 0, 0, clock.instant());
    staging.clear(job);
    Counts counts = new Counts();
    long rows = read(job, counts);
    jobs.phase(job, "matching", 0, rows, clock.instant());
    linking.find(job);
    match(job, counts);
    jobs.phase(job, "comparing", 0, counts.targets, clock.instant());
    drafts.stage(job, true);
    Applied compared = compare(job);
    long alone = rows - counts.rejected.get() - counts.ambiguous - counts.targets;
    jobs.checked(
        job,
        new Plan(
            rows,
            alone + compared.added(),
            compared.changed(),
            compared.kept(),
            counts.rejected.get(),
            counts.ambiguous),
        clock.instant());
  }

  private static final class Counts {
    /// Rows, not reasons; several threads count.
    private final AtomicLong rejected = new AtomicLong();

    private long ambiguous;
    private long targets;
  }

  private long read(Job job, Counts counts) {
    return files.read(
        job,
        _ -> true,
        _ -> _ -> true,
        read -> {
          counts.rejected.addAndGet(read.batch().rows().size() - read.drafts().size());
          Transactions.retried(
              BATCH_LIMIT,
              () -> {
                staging.keep(job, read.drafts(), read.rejections());
                return true;
              });
          job.done().addAndGet(read.batch().rows().size());
        });
  }

  private void match(Job job, Counts counts) {
    Transactions.in(
        MATCH_LIMIT,
        () -> {
          Decisions decisions = new Decisions(job, counts);
          Resolver resolver = new Resolver(job.settings().matchOn(), decisions::take);
          matches.clues(
              job,
              clue -> {
                job.goOn();
                resolver.take(clue);
              });
          resolver.end();
          decisions.flush();
          matches.joinGroups(job);
          return true;
        });
  }

  /// Writes decisions down, some thousand at a time.
  private final class Decisions {
    private final Job job;
    private final Counts counts;
    private final List<Target> targets = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    Decisions(Job job, Counts counts) {
      this.job = job;
      this.counts = counts;
    }

    void take(Decision decision) {
      switch (decision) {
        case Decision.Means means -> {
          counts.targets++;
          targets.add(means.target());
        }
        case Decision.Ambiguous it -> {
          counts.ambiguous++;
          targets.add(new Target(it.row(), Target.AMBIGUOUS, null));
          rejections.add(inWords(it));
        }
        case Decision.Nameless it -> {
          counts.rejected.incrementAndGet();
          targets.add(new Target(it.row(), Target.NAMELESS, null));
        }
      }
      if (targets.size() >= CHUNK) {
        flush();
      }
    }

    void flush() {
      staging.keepTargets(job, targets);
      staging.keep(job, rejections);
      targets.clear();
      rejections.clear();
    }
  }

  private static Rejection inWords(Decision.Ambiguous decision) {
    String what = decision.kind().equals("email") ? "e-mail address" : "phone number";
    return new Rejection(
        decision.row(),
        decision.line(),
        null,
        Rejection.AMBIGUOUS,
        decision.count()
            + " contacts have this "
            + what
            + "; it cannot be told which of them the row means.");
  }

  private Applied compare(Job job) {
    Applied sum = new Applied(0, 0, 0);
    long after = -1;
    for (List<Group> page = groups.next(job, after);
        !page.isEmpty();
        page = groups.next(job, after)) {
      job.goOn();
      Applied rows = groups.foresee(job, page);
      job.done().addAndGet(rows.rows());
      sum = sum.plus(rows);
      after = page.getLast().firstRow();
    }
    return sum;
  }
}
