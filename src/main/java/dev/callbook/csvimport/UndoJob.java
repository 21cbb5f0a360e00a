package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.platform.LeasedJob;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The undo of an import that this node works on, for as long as it holds the newest epoch.
///
/// @param id the import's
/// @param scope the divisions that the import wrote to; every entry in the log leads back to the
///   import
/// @param seen the same with all divisions whose organizations its owner could see when it was
///   ordered: contacts may work for one of another division
/// @param mayWriteOrganizations whether its owner may change and remove them
/// @param lastEntry the import's last entry in the log
/// @param behind all before and including this is dealt with in `stage`, unless that is done in
///   several batches at once; null at its beginning
/// @param lost whether another node has it now
record UndoJob(
    UUID id,
    Scope scope,
    Scope seen,
    boolean mayWriteOrganizations,
    UUID lastEntry,
    UndoState state,
    UndoStage stage,
    @Nullable UUID behind,
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

  /// Whether it only finds out what it would do.
  boolean isCounting() {
    return state == UndoState.COUNTING;
  }
}
