package dev.callbook.export;

import dev.callbook.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order for a file with everything of a kind.
///
/// @param divisionIds as they were asked for; null for all that its owner saw
/// @param wish what was asked for
/// @param reason why it failed, in words; null unless it did
/// @param rows how many records are in the file so far
public record Export(
    UUID id,
    ExportKind kind,
    @Nullable List<String> divisionIds,
    ExportWish wish,
    Actor actor,
    ExportState state,
    @Nullable String reason,
    long rows,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /// What its file is called.
  String fileName() {
    return kind.word() + "-" + id + "." + wish.format().word();
  }
}
