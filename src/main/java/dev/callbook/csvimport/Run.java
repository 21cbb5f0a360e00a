package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactLoad;
import dev.callbook.contact.ContactLoad.Holder;
import dev.callbook.csvimport.GroupStore.Group;
import dev.callbook.csvimport.Groups.Foreseen;
import dev.callbook.csvimport.Import.Applied;
import dev.callbook.csvimport.reading.ImportField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Applies what the dry run found, in batches, each in one transaction with its progress: a batch
/// is applied once, whatever is killed and whenever.
@ApplicationScoped
class Run {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  private final StagingStore staging;
  private final Drafts drafts;
  private final DraftStore kept;
  private final Groups groups;
  private final OrganizationRun organizations;
  private final Employers employers;
  private final Merging merging;
  private final Holders holders;
  private final ContactLoad contacts;
  private final JobStore jobs;
  private final Clock clock;

  Run(
      StagingStore staging,
      Drafts drafts,
      DraftStore kept,
      Groups groups,
      OrganizationRun organizations,
      Employers employers,
      Merging merging,
      Holders holders,
      ContactLoad contacts,
      JobStore jobs,
      Clock clock) {
    this.staging = staging;
    this.drafts = drafts;
    this.kept = kept;
    this.groups = groups;
    this.organizations = organizations;
    this.employers = employers;
    this.merging = merging;
    this.holders = holders;
    this.contacts = contacts;
    this.jobs = jobs;
    this.clock = clock;
  }

  void run(Job job) {
    organizations.run(job);
    boolean hasContacts = job.settings().kind() == ImportKind.CONTACTS;
    if (hasContacts) {
      writeContacts(job);
    }
    jobs.done(job, clock.instant());
    staging.tidy(job);
    kept.clear(job);
    if (hasContacts) {
      contacts.settle(jobs.applied(job).added());
    }
  }

  private void writeContacts(Job job) {
    drafts.restore(job);
    if (job.settings().several() == SeveralMatches.MERGE) {
      jobs.phase(job, "merging", 0, merging.left(job), clock.instant());
      merging.all(job);
    }
    phase(job, "changing");
    applyShared(job);
    phase(job, "adding");
    applyTheOthers(job);
  }

  private void phase(Job job, String phase) {
    jobs.phase(job, phase, jobs.applied(job).rows(), jobs.plan(job).applicable(), clock.instant());
  }

  private void applyShared(Job job) {
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
                Applied rows = apply(job, page);
                jobs.groupsBehind(job, page.getLast().firstRow());
                jobs.applied(job, rows);
                return true;
              });
    }
  }

  private void applyTheOthers(Job job) {
    Set<Integer> taken = staging.takenBatches(job);
    drafts.each(
        job,
        number -> !taken.contains(number),
        batch -> Transactions.retried(BATCH_LIMIT, () -> apply(job, batch)));
  }

  private boolean apply(Job job, Drafts.Batch batch) {
    if (!staging.takeBatch(job, batch.number())) {
      return false;
    }
    List<RowDraft> fresh = batch.fresh();
    Map<Long, List<Holder>> late = holders.of(job, fresh);
    Applied corrected = apply(job, corrections(batch, fresh, late));
    if (!late.isEmpty()) {
      fresh = fresh.stream().filter(draft -> !late.containsKey(draft.row())).toList();
    }
    add(job, fresh);
    jobs.applied(job, corrected.plus(new Applied(fresh.size(), 0, 0)));
    return true;
  }

  /// @return what the groups did; rows that the dry run saw to be rejected do not count again
  private Applied apply(Job job, List<Group> page) {
    Foreseen done = groups.apply(job, page);
    return done.refused().isEmpty()
        ? done.applied()
        : done.applied().plus(new Applied(0, 0, 0, staging.keepLate(job, done.refused())));
  }

  /// The batch's rows that mean a stored contact: those of which the dry run knew, and those that
  /// were to add somebody whom someone else added since. Where several fit by now, the oldest is
  /// meant.
  private static List<Group> corrections(
      Drafts.Batch batch, List<RowDraft> fresh, Map<Long, List<Holder>> late) {
    List<Group> known = batch.known();
    if (late.isEmpty()) {
      return known;
    }
    Map<UUID, List<RowDraft>> byContact = new LinkedHashMap<>();
    known.forEach(group ->
        byContact.put(Objects.requireNonNull(group.contact()), new ArrayList<>(group.rows())));
    for (RowDraft draft : fresh) {
      List<Holder> holders = late.getOrDefault(draft.row(), List.of());
      if (!holders.isEmpty()) {
        byContact
            .computeIfAbsent(holders.getFirst().contact().value(), _ -> new ArrayList<>(1))
            .add(draft);
      }
    }
    byContact.values().forEach(rows -> rows.sort(Comparator.comparingLong(RowDraft::row)));
    return byContact.entrySet().stream()
        .map(one -> new Group(one.getValue().getFirst().row(), one.getKey(), one.getValue()))
        .toList();
  }

  private void add(Job job, List<RowDraft> fresh) {
    if (!job.settings().has(ImportField.DIVISION)) {
      contacts.add(job.scope(), job.division(), details(job, fresh));
      return;
    }
    Map<Division, List<RowDraft>> byDivision =
        fresh.stream()
            .collect(
                Collectors.groupingBy(
                    draft -> job.division(draft.division()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byDivision.forEach((division, some) -> contacts.add(job.scope(), division, details(job, some)));
  }

  private List<ContactDetails> details(Job job, List<RowDraft> fresh) {
    Employers.Found organizations = employers.of(job, fresh);
    return fresh.stream().map(draft -> RowMerge.fresh(draft, organizations.of(draft))).toList();
  }
}
