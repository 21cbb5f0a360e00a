package dev.callbook.export;

import dev.callbook.access.Scope;
import dev.callbook.directory.ScanPlace;
import dev.callbook.platform.LeasedJob;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// An export that this node works on, for as long as it holds the newest epoch.
///
/// @param scope what its owner could see when it was ordered
/// @param after the last record that is in the file
/// @param rows how many records are in the file
/// @param pieces how many pieces the file has
/// @param lost whether another node has it now
record ExportJob(
    UUID id,
    Scope scope,
    ExportKind kind,
    ExportWish wish,
    long maxRows,
    Optional<ScanPlace> after,
    long rows,
    int pieces,
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
}
