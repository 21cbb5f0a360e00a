package dev.callbook.bulkaction;

import dev.callbook.directory.ScanPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An action's steps, each a transaction: what happens to some records, and what became of them.
@ApplicationScoped
class BulkBatches {
  private final BulkJobStore jobs;
  private final ContactRemoval contactRemoval;
  private final ContactEdit contactEdit;
  private final ContactRecreation contactRecreation;
  private final OrganizationRemoval organizationRemoval;

  BulkBatches(
      BulkJobStore jobs,
      ContactRemoval contactRemoval,
      ContactEdit contactEdit,
      ContactRecreation contactRecreation,
      OrganizationRemoval organizationRemoval) {
    this.jobs = jobs;
    this.contactRemoval = contactRemoval;
    this.contactEdit = contactEdit;
    this.contactRecreation = contactRecreation;
    this.organizationRemoval = organizationRemoval;
  }

  private Effect effect(BulkJob job) {
    return switch (job.kind()) {
      case DELETE -> contactRemoval;
      case REFUSE_SURVEYS, SMS_OFF -> contactEdit;
      case RECREATE -> contactRecreation;
      case DELETE_ORGANIZATIONS -> organizationRemoval;
    };
  }

  List<BulkItem> find(BulkJob job, Collection<UUID> ids) {
    return effect(job).find(job, ids);
  }

  List<BulkItem> scan(BulkJob job, Optional<ScanPlace> after, int maxRows) {
    return effect(job).scan(job, after, maxRows);
  }

  /// Notes who is meant. @return the counts with them
  @Transactional
  BulkCounts count(BulkJob job, List<BulkItem> found, BulkCounts before) {
    BulkCounts after =
        before
            .plus(found.stream().map(BulkItem::outcome).toList())
            .plusBeside(effect(job).beside(job, found));
    BulkItem last = found.getLast();
    jobs.count(job, found, Optional.of(new ScanPlace(last.division(), last.id())), after);
    return after;
  }

  /// Does it. @return the counts afterwards
  @Transactional
  BulkCounts run(BulkJob job, List<BulkItem> items, BulkCounts before) {
    return keep(job, BulkOutcome.PLANNED, effect(job).run(job, items), before);
  }

  /// Takes it back. @return the counts afterwards
  ///
  /// @param isWhole false to bring records back without the external ids they had
  @Transactional
  BulkCounts undo(BulkJob job, List<BulkItem> items, boolean isWhole, BulkCounts before) {
    return keep(job, BulkOutcome.CHANGED, effect(job).undo(job, items, isWhole), before);
  }

  /// A step: where it ended, and the counts then.
  record Step(Optional<UUID> last, BulkCounts counts) {}

  /// Takes back what happened to some other records. @param after as [Effect#undoBeside] has it
  @Transactional
  Step undoBeside(BulkJob job, Optional<UUID> after, BulkCounts before) {
    Effect.Besides beside = effect(job).undoBeside(job, after);
    return new Step(beside.last(), lacking(job, beside.lacking(), before));
  }

  private BulkCounts lacking(BulkJob job, Set<UUID> ids, BulkCounts before) {
    List<BulkItem> whole = jobs.among(job, ids, BulkOutcome.UNDONE);
    return whole.isEmpty()
        ? before
        : refuse(job, BulkOutcome.UNDONE, BulkOutcome.PARTLY, whole, before);
  }

  /// Notes another outcome of these. @return the counts afterwards
  @Transactional
  BulkCounts refuse(
      BulkJob job, BulkOutcome from, BulkOutcome to, List<BulkItem> items, BulkCounts before) {
    return keep(job, from, items.stream().map(item -> item.as(to)).toList(), before);
  }

  private BulkCounts keep(BulkJob job, BulkOutcome from, List<BulkItem> done, BulkCounts before) {
    BulkCounts after = before.moved(from, done.stream().map(BulkItem::outcome).toList());
    jobs.keep(job, done, after);
    return after;
  }
}
