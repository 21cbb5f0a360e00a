package dev.callbook.bulkaction;

import dev.callbook.directory.ScanPlace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What one kind of action does to records, and how that is taken back. All but the reading happens
/// within the transaction of whoever calls.
interface Effect {
  /// Those of some records that the action's owner could see, as what would become of them.
  List<BulkItem> find(BulkJob job, Collection<UUID> ids);

  /// As [#find] the next ones that the action's filter lets through, in the order of a scan.
  List<BulkItem> scan(BulkJob job, Optional<ScanPlace> after, int maxRows);

  /// How many records beside those of the action it would change.
  long beside(BulkJob job, List<BulkItem> items);

  /// Does it. @return what became of each
  List<BulkItem> run(BulkJob job, List<BulkItem> items);

  /// Takes it back.
  ///
  /// @param isWhole false to bring records back without the external ids they had
  /// @return what became of each
  List<BulkItem> undo(BulkJob job, List<BulkItem> items, boolean isWhole);

  /// Takes back what happened to other records, some of them at a time, once all of the action's
  /// own are back.
  ///
  /// @param after where the step before ended; empty for the first
  default Besides undoBeside(BulkJob job, Optional<UUID> after) {
    return Besides.NONE;
  }

  /// What a step did to other records.
  ///
  /// @param last where it ended; empty if nothing is left
  /// @param lacking the action's records that lack something of what they had
  record Besides(Optional<UUID> last, Set<UUID> lacking) {
    static final Besides NONE = new Besides(Optional.empty(), Set.of());
  }
}
