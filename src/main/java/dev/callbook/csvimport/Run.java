package dev.callbook.csvimport;

import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactLoad;
import dev.callbook.csvimport.FileReader.Read;
import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Applies what the dry run found, in batches, each in one transaction with its progress: a batch
/// is applied once, whatever is killed and whenever.
@ApplicationScoped
class Run {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  private final FileReader files;
  private final StagingStore staging;
  private final Drafts drafts;
  private final Groups groups;
  private final Linking linking;
  private final LateMatches late;
  private final ContactLoad contacts;
  private final JobStore jobs;
  private final Clock clock;

  Run(
      FileReader files,
      StagingStore staging,
      Drafts drafts,
      Groups groups,
      Linking linking,
      LateMatches late,
      ContactLoad contacts,
      JobStore jobs,
      Clock clock) {
    this.files = files;
    this.staging = staging;
    this.drafts = drafts;
    this.groups = groups;
    this.linking = linking;
    this.late = late;
    this.contacts = contacts;
    this.jobs = jobs;
    this.clock = clock;
  }

  void run(Job job) {
    phase(job, "organizations");
    addOrganizations(job);
    if (!staging.isStaged(job)) {
      drafts.stage(job, false);
    }
    phase(job, "changing");
    applyGroups(job);
    phase(job, "adding");
    addTheOthers(job);
    jobs.done(job, clock.instant());
    staging.tidy(job);
  }

  private void phase(Job job, String phase) {
    jobs.phase(job, phase, jobs.applied(job).rows(), jobs.plan(job).applicable(), clock.instant());
  }

  private void addOrganizations(Job job) {
    boolean more = true;
    while (more) {
      more =
          Transactions.retried(
              BATCH_LIMIT,
              () -> {
                boolean added = linking.addSome(job) > 0;
                jobs.applied(job, new Applied(0, 0, 0));
                return added;
              });
    }
  }

  private void applyGroups(Job job) {
    boolean more = true;
    while (more) {
      job.goOn();
      more =
          Transactions.retried(
              BATCH_LIMIT,
              () -> {
                List<Group> page = groups.next(job, jobs.groupsBehind(job));
                if (page.isEmpty()) {
                  return false;
                }
                Applied rows = groups.apply(job, page);
                jobs.groupsBehind(job, page.getLast().firstRow());
                jobs.applied(job, rows);
                return true;
              });
    }
  }

  private void addTheOthers(Job job) {
    Set<Integer> taken = staging.takenBatches(job);
    files.read(
        job,
        batch -> !taken.contains(batch),
        batch -> {
          Set<Long> targeted = staging.targets(job, batch.firstRow(), batch.end()).keySet();
          return row -> !targeted.contains(row);
        },
        read -> Transactions.retried(BATCH_LIMIT, () -> add(job, read)));
  }

  private boolean add(Job job, Read read) {
    if (!staging.takeBatch(job, read.batch().number())) {
      return false;
    }
    List<Group> known = late.find(job, read.drafts());
    Applied corrected = known.isEmpty() ? new Applied(0, 0, 0) : groups.apply(job, known);
    Set<Long> corrections =
        known.stream()
            .flatMap(group -> group.rows().stream())
            .map(RowDraft::row)
            .collect(Collectors.toUnmodifiableSet());
    List<RowDraft> fresh =
        read.drafts().stream().filter(draft -> !corrections.contains(draft.row())).toList();
    contacts.add(job.scope(), job.division(), details(job, fresh));
    jobs.applied(job, corrected.plus(new Applied(fresh.size(), 0, 0)));
    return true;
  }

  private List<ContactDetails> details(Job job, List<RowDraft> fresh) {
    Map<String, String> keys = new HashMap<>();
    for (RowDraft draft : fresh) {
      if (draft.organization() != null) {
        keys.computeIfAbsent(draft.organization(), Folding::key);
      }
    }
    Map<String, UUID> organizations = staging.organizations(job, Set.copyOf(keys.values()));
    List<ContactDetails> details = new ArrayList<>(fresh.size());
    for (RowDraft draft : fresh) {
      UUID organization =
          draft.organization() == null ? null : organizations.get(keys.get(draft.organization()));
      details.add(RowMerge.fresh(draft, organization));
    }
    return details;
  }
}
