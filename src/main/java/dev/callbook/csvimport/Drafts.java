package dev.callbook.csvimport;

import dev.callbook.csvimport.GroupStore.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// The rows that were read, batch by batch, each with whom it means.
@ApplicationScoped
class Drafts {
  private static final Duration BATCH_LIMIT = Duration.ofMinutes(5);

  /// A batch's rows.
  ///
  /// @param targets by row, of those that do not simply add somebody
  record Batch(int number, List<RowDraft> drafts, Map<Long, Target> targets) {
    long firstRow() {
      return (long) number * FilePass.BATCH_ROWS;
    }

    /// Rows that share their contact with another row.
    List<RowDraft> shared() {
      return those(Target::isShared);
    }

    /// Rows that lack a name and meet nobody.
    List<RowDraft> nameless() {
      return those(target -> target.firstRow() == Target.NAMELESS);
    }

    /// Each row that has a target to itself.
    List<Group> alone() {
      return groups(target -> !target.isNobody() && !target.isShared());
    }

    /// Each row that means a stored contact, and no other row does.
    List<Group> known() {
      return groups(target -> target.contact() != null && !target.isShared());
    }

    /// Rows that add somebody.
    List<RowDraft> fresh() {
      return drafts.stream()
          .filter(draft -> {
            Target target = targets.get(draft.row());
            return target == null
                || (!target.isNobody() && !target.isShared() && target.contact() == null);
          })
          .toList();
    }

    private List<RowDraft> those(Predicate<Target> wanted) {
      return drafts.stream()
          .filter(draft -> {
            Target target = targets.get(draft.row());
            return target != null && wanted.test(target);
          })
          .toList();
    }

    private List<Group> groups(Predicate<Target> wanted) {
      return those(wanted).stream()
          .map(draft -> {
            Target target = Objects.requireNonNull(targets.get(draft.row()));
            return new Group(draft.row(), target.contact(), List.of(draft));
          })
          .toList();
    }
  }

  private final FileReader files;
  private final DraftStore store;
  private final TargetStore targets;

  Drafts(FileReader files, DraftStore store, TargetStore targets) {
    this.files = files;
    this.store = store;
    this.targets = targets;
  }

  /// Goes through the batches.
  ///
  /// @param wanted whether the batch of that number needs work
  /// @param work done by several threads, in no certain order
  void each(Job job, IntPredicate wanted, Consumer<Batch> work) {
    try (Crew crew = new Crew(job)) {
      for (int number : store.batches(job)) {
        if (wanted.test(number)) {
          crew.submit(() -> work.accept(batch(job, number)));
        }
      }
      crew.finish();
    }
  }

  /// As [#each], without the batches in which every row simply adds somebody.
  void eachWithTargets(Job job, Consumer<Batch> work) {
    if (targets.hasAny(job)) {
      each(
          job,
          number -> true,
          batch -> {
            if (!batch.targets().isEmpty()) {
              work.accept(batch);
            }
          });
    }
  }

  /// The first batch in which every row simply adds somebody. @param others the batches that are
  /// none
  void firstWithout(Job job, Set<Integer> others, Consumer<Batch> work) {
    store.batches(job).stream()
        .filter(number -> !others.contains(number))
        .findFirst()
        .ifPresent(number -> work.accept(batch(job, number)));
  }

  private Batch batch(Job job, int number) {
    long firstRow = (long) number * FilePass.BATCH_ROWS;
    return new Batch(
        number,
        store.batch(job, number),
        targets.between(job, firstRow, firstRow + FilePass.BATCH_ROWS));
  }

  /// Puts everything where it was before a crash of the database took it.
  void restore(Job job) {
    if (store.isComplete(job)) {
      return;
    }
    store.clear(job);
    files.read(
        job,
        read ->
            Transactions.retried(
                BATCH_LIMIT,
                () -> {
                  store.keepBatch(job, read.number(), read.drafts());
                  return true;
                }));
    eachWithTargets(
        job,
        batch ->
            Transactions.retried(
                BATCH_LIMIT,
                () -> {
                  store.keepShared(job, batch.shared());
                  return true;
                }));
    store.markComplete(job);
  }
}
