package dev.callbook.csvimport;

import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.OrganizationGroups.Group;
import dev.callbook.csvimport.OrganizationGroups.Sum;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Writes the organizations of a file, in batches, each in one transaction with its progress.
/// Contacts, which point to them, come after.
@ApplicationScoped
class OrganizationRun {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  private final Linking linking;
  private final OrganizationGroups groups;
  private final StagingStore staging;
  private final JobStore jobs;
  private final Clock clock;

  OrganizationRun(
      Linking linking,
      OrganizationGroups groups,
      StagingStore staging,
      JobStore jobs,
      Clock clock) {
    this.linking = linking;
    this.groups = groups;
    this.staging = staging;
    this.jobs = jobs;
    this.clock = clock;
  }

  void run(Job job) {
    if (job.settings().kind() == ImportKind.ORGANIZATIONS) {
      jobs.phase(
          job,
          "organizations",
          jobs.applied(job).rows(),
          jobs.plan(job).applicable(),
          clock.instant());
      repeat(job, () -> applySome(job));
      return;
    }
    jobs.phase(
        job,
        "organizations",
        jobs.organizationsApplied(job).rows(),
        jobs.planned(job).all(),
        clock.instant());
    if (job.settings().describesOrganizations()) {
      repeat(job, () -> applySome(job));
    } else {
      repeat(job, () -> linkSome(job));
    }
  }

  private static void repeat(Job job, BooleanSupplier some) {
    boolean more = true;
    while (more) {
      job.goOn();
      more = Transactions.retried(BATCH_LIMIT, some::getAsBoolean);
    }
  }

  private boolean linkSome(Job job) {
    Applied linked = linking.addSome(job);
    jobs.organizationsApplied(job, linked);
    return linked.rows() > 0;
  }

  private boolean applySome(Job job) {
    List<Group> page = groups.next(job, jobs.organizationsBehind(job));
    if (page.isEmpty()) {
      return false;
    }
    Sum sum = Sum.of(groups.apply(job, page));
    int late = sum.refused().isEmpty() ? 0 : staging.keepLate(job, sum.refused());
    jobs.organizationsBehind(job, page.getLast().firstRow());
    Applied rejected = new Applied(0, 0, 0, late);
    if (job.settings().kind() == ImportKind.ORGANIZATIONS) {
      jobs.applied(job, sum.rows().plus(rejected));
    } else {
      jobs.organizationsApplied(job, sum.once());
      jobs.applied(job, rejected);
    }
    return true;
  }
}
