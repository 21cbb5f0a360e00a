package dev.callbook.csvimport;

/// Where an import stands, as the public API has it. The names are the wire's.
public enum ImportJobStatus {
  /// nobody works on it yet
  Created,
  /// the dry run or the run is under way, or the dry run is done and waits for an answer
  Running,
  Completed,
  Failed,
  Cancelled;

  static ImportJobStatus of(Import it) {
    return switch (it.state()) {
      case UPLOADED -> Created;
      case CHECKING -> it.phase().isEmpty() ? Created : Running;
      case CHECKED, RUNNING -> Running;
      case DONE -> Completed;
      case FAILED -> Failed;
      case CANCELLED -> Cancelled;
    };
  }
}
