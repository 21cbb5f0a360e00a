package dev.callbook.directory;

import dev.callbook.access.DivisionId;
import java.util.UUID;

/// Where a scan stands: right after a record.
public record ScanPlace(DivisionId division, UUID id) {}
