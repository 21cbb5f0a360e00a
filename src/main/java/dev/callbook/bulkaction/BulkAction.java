package dev.callbook.bulkaction;

import dev.callbook.access.Actor;
import dev.callbook.access.DivisionId;
import dev.callbook.directory.Selection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order to do something to many records.
///
/// @param target where contacts are to be made anew; null for any other kind
/// @param reason why it failed, in words; null unless it did
/// @param phaseStartedAt when its state began
/// @param finishedAt when it had run; null before
record BulkAction(
    UUID id,
    BulkKind kind,
    Selection selection,
    @Nullable DivisionId target,
    Actor actor,
    BulkState state,
    @Nullable String reason,
    BulkCounts counts,
    Instant phaseStartedAt,
    Instant createdAt,
    @Nullable Instant finishedAt) {}
