package dev.callbook.csvimport;

import dev.callbook.contact.ContactLoad.Holder;
import dev.callbook.csvimport.FileReader.Read;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Plan;
import dev.callbook.csvimport.Import.Planned;
import dev.callbook.csvimport.Resolver.Decision;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.identity.Merges;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final DraftStore kept;
  private final Holders holders;
  private final MatchStore matches;
  private final TargetStore targets;
  private final MergeStore merges;
  private final Forecast forecast;
  private final Linking linking;
  private final OrganizationRowStore organizationRows;
  private final OrganizationForecast organizations;
  private final JobStore jobs;
  private final Clock clock;

  DryRun(
      FileReader files,
      StagingStore staging,
      DraftStore kept,
      Holders holders,
      MatchStore matches,
      TargetStore targets,
      MergeStore merges,
      Forecast forecast,
      Linking linking,
      OrganizationRowStore organizationRows,
      OrganizationForecast organizations,
      JobStore jobs,
      Clock clock) {
    this.files = files;
    this.staging = staging;
    this.kept = kept;
    this.holders = holders;
    this.matches = matches;
    this.targets = targets;
    this.merges = merges;
    this.forecast = forecast;
    this.linking = linking;
    this.organizationRows = organizationRows;
    this.organizations = organizations;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// @throws dev.callbook.csvimport.reading.UnreadableFile where the file stops being CSV
  void run(Job job) {
    jobs.phase(job, "reading", 0, job.bytes(), clock.instant());
    staging.clear(job);
    kept.clear(job);
    Counts counts = new Counts();
    long rows = read(job, counts);
    jobs.phase(job, "matching", 0, rows, clock.instant());
    if (job.settings().kind() == ImportKind.ORGANIZATIONS) {
      OrganizationForecast.Outlook outlook = organizations.of(job);
      jobs.checked(
          job, plan(rows, outlook, counts.rejected.get()), Planned.NOTHING, clock.instant());
      return;
    }
    Planned planned = findOrganizations(job, counts);
    match(job, counts);
    jobs.phase(job, "comparing", 0, counts.targets, clock.instant());
    Forecast.Outlook outlook = forecast.of(job);
    Applied compared = outlook.applied();
    long alone = rows - counts.rejected.get() - counts.ambiguous - counts.targets;
    jobs.checked(
        job,
        new Plan(
            rows,
            alone + compared.added(),
            compared.changed(),
            compared.kept(),
            counts.rejected.get() + outlook.refused(),
            counts.ambiguous),
        planned,
        clock.instant());
  }

  private static Plan plan(long rows, OrganizationForecast.Outlook outlook, long rejected) {
    Applied foreseen = outlook.rows();
    return new Plan(
        rows,
        foreseen.added(),
        foreseen.changed(),
        foreseen.kept(),
        rejected + outlook.refused().size(),
        outlook.ambiguous());
  }

  private Planned findOrganizations(Job job, Counts counts) {
    if (!job.settings().describesOrganizations()) {
      linking.find(job);
      return linking.planned(job);
    }
    OrganizationForecast.Outlook outlook = organizations.of(job);
    counts.refused.addAll(outlook.refused());
    return outlook.planned();
  }

  private static final class Counts {
    /// Rows, not reasons; several threads count.
    private final AtomicLong rejected = new AtomicLong();

    /// Rows that the organizations they describe do not take.
    private final Set<Long> refused = new HashSet<>();

    private long ambiguous;
    private long targets;
  }

  private long read(Job job, Counts counts) {
    return files.read(
        job,
        read -> {
          counts.rejected.addAndGet(read.rows() - read.accepted());
          Transactions.retried(BATCH_LIMIT, () -> keep(job, read));
          job.done().accumulateAndGet(read.bytes(), Math::max);
        });
  }

  private boolean keep(Job job, Read read) {
    Map<Long, List<Holder>> known = holders.of(job, read.drafts());
    staging.keep(job, read.drafts(), read.rejections());
    organizationRows.keep(job, read.organizations());
    matches.keep(job, read.drafts(), known);
    kept.keepBatch(job, read.number(), read.drafts());
    jobs.hold(job);
    return true;
  }

  private void match(Job job, Counts counts) {
    matches.count();
    Transactions.in(
        MATCH_LIMIT,
        () -> {
          Decisions decisions = new Decisions(job, counts);
          Resolver resolver =
              new Resolver(
                  job.settings().matchOn().stream().map(MatchKey::word).toList(),
                  job.settings().several(),
                  decisions::take);
          matches.clues(
              job,
              clue -> {
                job.goOn();
                resolver.take(clue);
              });
          Joined joined = resolver.end();
          decisions.end();
          if (!joined.isEmpty()) {
            merges.keep(job, joined.pairs());
          }
          targets.join(job);
          jobs.hold(job);
          return true;
        });
  }

  /// Writes decisions down, some thousand at a time.
  private final class Decisions {
    private final Job job;
    private final Counts counts;
    private final List<Target> meant = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    Decisions(Job job, Counts counts) {
      this.job = job;
      this.counts = counts;
    }

    void take(Decision decision) {
      if (counts.refused.contains(decision.row())) {
        return;
      }
      switch (decision) {
        case Decision.Means means -> {
          counts.targets++;
          job.done().set(means.target().row());
          meant.add(means.target());
        }
        case Decision.Ambiguous it -> {
          counts.ambiguous++;
          meant.add(new Target(it.row(), Target.AMBIGUOUS, null));
          rejections.add(inWords(job, it));
        }
        case Decision.Nameless it -> {
          counts.rejected.incrementAndGet();
          meant.add(new Target(it.row(), Target.NAMELESS, null));
        }
      }
      if (meant.size() >= CHUNK) {
        flush();
      }
    }

    void end() {
      counts.rejected.addAndGet(counts.refused.size());
      counts.refused.forEach(row -> meant.add(new Target(row, Target.NAMELESS, null)));
      flush();
    }

    private void flush() {
      targets.keep(job, meant);
      staging.keep(job, rejections);
      meant.clear();
      rejections.clear();
    }
  }

  private static Rejection inWords(Job job, Decision.Ambiguous decision) {
    boolean byEmail = decision.kind().equals("email");
    Reason reason =
        job.settings().several() == SeveralMatches.MERGE
            ? Reason.of(
                byEmail ? Trouble.TOO_MANY_BY_EMAIL : Trouble.TOO_MANY_BY_PHONE,
                decision.count(),
                Merges.MAX_INPUTS)
            : Reason.of(
                byEmail ? Trouble.SEVERAL_BY_EMAIL : Trouble.SEVERAL_BY_PHONE, decision.count());
    return new Rejection(decision.row(), decision.line(), null, Rejection.AMBIGUOUS, reason);
  }
}
