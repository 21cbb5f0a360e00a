package dev.callbook.csvimport;

import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.Import.Planned;
import dev.callbook.csvimport.OrganizationGroups.Group;
import dev.callbook.csvimport.OrganizationGroups.Outcome;
import dev.callbook.csvimport.OrganizationGroups.Sum;
import dev.callbook.csvimport.Resolver.Decision;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds which organization each row means, and what the run would do to it. Writes nothing that
/// anybody sees.
@ApplicationScoped
class OrganizationForecast {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);
  private static final Duration MATCH_LIMIT = Duration.ofHours(2);
  private static final int CHUNK = 5_000;

  private final OrganizationRowStore rows;
  private final OrganizationMatchStore matches;
  private final OrganizationGroups groups;
  private final StagingStore staging;
  private final SampleStore samples;

  OrganizationForecast(
      OrganizationRowStore rows,
      OrganizationMatchStore matches,
      OrganizationGroups groups,
      StagingStore staging,
      SampleStore samples) {
    this.rows = rows;
    this.matches = matches;
    this.groups = groups;
    this.staging = staging;
    this.samples = samples;
  }

  /// What the run would do.
  ///
  /// @param rows what each row would do
  /// @param planned each organization counted once
  /// @param refused rows that an organization's custom fields do not take
  /// @param ambiguous how many rows fit several organizations
  record Outlook(Applied rows, Planned planned, Set<Long> refused, long ambiguous) {}

  Outlook of(Job job) {
    long ambiguous =
        Transactions.in(
            MATCH_LIMIT,
            () -> {
              Decisions decisions = new Decisions(job);
              matches.clues(job, decisions::take);
              long unsure = decisions.end();
              rows.completeTargets(job);
              return unsure;
            });
    Applied applied = Applied.NOTHING;
    Applied once = Applied.NOTHING;
    Set<Long> refused = new HashSet<>();
    Sample<Group> sample = new Sample<>();
    long after = -1;
    for (List<Group> page = groups.next(job, after);
        !page.isEmpty();
        page = groups.next(job, after)) {
      job.goOn();
      List<Outcome> outcomes = new ArrayList<>();
      groups.foresee(job, page, outcomes::add);
      outcomes.forEach(outcome -> look(sample, outcome));
      Sum sum = Sum.of(outcomes);
      keep(job, sum.refused());
      sum.refused().forEach(rejection -> refused.add(rejection.row()));
      applied = applied.plus(sum.rows());
      once = once.plus(sum.once());
      job.done().addAndGet(sum.rows().rows());
      after = page.getLast().firstRow();
    }
    if (job.settings().kind() == ImportKind.ORGANIZATIONS) {
      samples.keepOrganizations(job, sample.all());
    }
    return new Outlook(
        applied, new Planned(once.added(), once.changed(), once.kept()), refused, ambiguous);
  }

  private static void look(Sample<Group> sample, Outcome outcome) {
    Group group = outcome.group();
    if (outcome.isAddition()) {
      sample.takeAddition(group.firstRow(), group);
    } else if (outcome.isChange()) {
      sample.takeChange(group.firstRow(), group);
    }
  }

  private void keep(Job job, List<Rejection> rejections) {
    if (!rejections.isEmpty()) {
      Transactions.retried(
          BATCH_LIMIT,
          () -> {
            staging.keep(job, rejections);
            return true;
          });
    }
  }

  /// Writes decisions down, some thousand at a time.
  private final class Decisions {
    private final Job job;
    private final Resolver resolver;
    private final List<Target> meant = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long ambiguous;

    Decisions(Job job) {
      this.job = job;
      boolean bySite = job.settings().matchOn().contains(MatchKey.WEBSITE);
      this.resolver =
          new Resolver(
              bySite ? List.of("name", "website") : List.of("name"), several(job), this::note);
    }

    /// Beside a contact the name of where they work is no reason to reject them; and organizations
    /// are never merged.
    private static SeveralMatches several(Job job) {
      boolean isStrict =
          job.settings().kind() == ImportKind.ORGANIZATIONS
              && job.settings().several() != SeveralMatches.CORRECT_FIRST;
      return isStrict ? SeveralMatches.REJECT : SeveralMatches.CORRECT_FIRST;
    }

    void take(MatchStore.Clue clue) {
      job.goOn();
      resolver.take(clue);
    }

    private void note(Decision decision) {
      switch (decision) {
        case Decision.Means means -> meant.add(means.target());
        case Decision.Ambiguous it -> {
          ambiguous++;
          meant.add(new Target(it.row(), Target.AMBIGUOUS, null));
          rejections.add(inWords(it));
        }
        case Decision.Nameless it -> throw new IllegalStateException("row without a name: " + it);
      }
      if (meant.size() >= CHUNK) {
        flush();
      }
    }

    private static Rejection inWords(Decision.Ambiguous it) {
      Trouble trouble =
          it.kind().equals("website") ? Trouble.SEVERAL_BY_WEBSITE : Trouble.SEVERAL_BY_NAME;
      return new Rejection(
          it.row(), it.line(), null, Rejection.AMBIGUOUS, Reason.of(trouble, it.count()));
    }

    /// @return how many rows fit several
    long end() {
      resolver.end();
      flush();
      return ambiguous;
    }

    private void flush() {
      rows.keepTargets(job, meant);
      staging.keep(job, rejections);
      meant.clear();
      rejections.clear();
    }
  }
}
