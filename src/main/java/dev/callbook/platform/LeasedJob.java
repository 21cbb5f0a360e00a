package dev.callbook.platform;

import java.util.UUID;

/// Long work that a node has leased: it is the node's until its lease runs out or somebody takes it
/// away.
public interface LeasedJob {
  UUID id();

  /// Whether it belongs to somebody else by now.
  boolean isLost();

  /// Notes that it belongs to somebody else.
  void lose();

  /// @throws Lost as soon as the work belongs to somebody else
  default void goOn() {
    if (isLost()) {
      throw new Lost();
    }
  }

  /// Not ours any more: whatever is open must be rolled back.
  final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Lost() {
      super("the job was cancelled or taken over", null, false, false);
    }
  }
}
