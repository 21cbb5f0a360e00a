package dev.callbook.change;

import dev.callbook.change.Change.Action;
import java.util.UUID;

/// That something happened to a record, without what: an entry of the log to be gone through by the
/// thousand.
///
/// @param id the entry's
public record Trace(UUID id, Subject subject, UUID subjectId, Action action) {}
