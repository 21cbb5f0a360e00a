package dev.callbook.crm.salesforce;

import java.time.Instant;

/// A reading of everything there is, which Salesforce prepares.
///
/// @param id under which it may be asked for for seven days
/// @param watermark where reading changes begins afterwards: all that was committed later carries a
///   later stamp. Not the latest stamp in the result, behind which others may be missing
public record BulkJob(String id, Instant watermark) {
  /// How far it is.
  public sealed interface Progress {
    record Working() implements Progress {}

    /// @param records that its result has
    record Complete(long records) implements Progress {}

    /// @param says why, in Salesforce's words
    record Failed(String says) implements Progress {}

    /// Given up, or older than seven days.
    record Gone() implements Progress {}
  }
}
