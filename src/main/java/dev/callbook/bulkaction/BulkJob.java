package dev.callbook.bulkaction;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Origin;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.Selection;
import dev.callbook.platform.LeasedJob;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// An action that this node works on, for as long as it holds the newest epoch.
///
/// @param scope where its owner may do it
/// @param seen what its owner could see when it was ordered
/// @param target where contacts are to be made anew; null for any other kind
/// @param after the last record that was counted
/// @param lost whether another node has it now
record BulkJob(
    UUID id,
    Scope scope,
    Scope seen,
    BulkKind kind,
    Selection selection,
    @Nullable DivisionId target,
    BulkState state,
    BulkCounts counts,
    Optional<ScanPlace> after,
    int epoch,
    AtomicBoolean lost)
    implements LeasedJob {

  @Override
  public boolean isLost() {
    return lost.get();
  }

  @Override
  public void lose() {
    lost.set(true);
  }

  /// The rights to write with: every entry in the log leads back to the action.
  Scope writing() {
    return scope.from(new Origin(Origin.Kind.PAGE, id));
  }

  /// What the action itself did to a record: an undo that was interrupted has entries too, later.
  ///
  /// @param since the record's entries, the oldest first
  Optional<Change> own(List<Change> since) {
    return since.stream().filter(change -> id.equals(change.originId())).findFirst();
  }
}
