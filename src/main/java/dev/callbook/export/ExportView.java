package dev.callbook.export;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An export and its file.
///
/// @param by who ordered it
/// @param list the list that it is of, with its filters; null for all records of the kind
/// @param picked how many records were picked one by one; 0 if none were
/// @param reason why it failed, in words; null unless it did
/// @param expiresAt when the file is gone
record ExportView(
    String path,
    ExportKind kind,
    ExportFormat format,
    ExportState state,
    String by,
    @Nullable String list,
    int picked,
    long rows,
    @Nullable String reason,
    Instant createdAt,
    Instant expiresAt,
    Instant now) {

  public boolean isRunning() {
    return state == ExportState.RUNNING;
  }

  public boolean isReady() {
    return state == ExportState.SUCCEEDED;
  }

  /// How many records a second; 0 while it cannot be told.
  public long rate() {
    long millis = Duration.between(createdAt, now).toMillis();
    return millis < 500 ? 0 : rows * 1000 / millis;
  }
}
