package dev.callbook.export;

import dev.callbook.access.Scope;
import dev.callbook.directory.ScanPlace;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// An export that this node works on, for as long as it holds the newest epoch.
///
/// @param scope what its owner could see when it was ordered
/// @param after the last record that is in the file
/// @param rows how many records are in the file
/// @param pieces how many pieces the file has
/// @param isLost whether another node has it now
record ExportJob(
    UUID id,
    Scope scope,
    ExportKind kind,
    String query,
    long maxRows,
    Optional<ScanPlace> after,
    long rows,
    int pieces,
    int epoch,
    AtomicBoolean isLost) {

  /// @throws Lost as soon as the work belongs to somebody else
  void goOn() {
    if (isLost.get()) {
      throw new Lost();
    }
  }

  /// Not ours any more.
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("the export was taken over", null, false, false);
    }
  }
}
