package dev.callbook.crm.salesforce;

import java.time.Instant;

/// Where in a window a reader stands: behind this record. Many records may share a stamp, so that a
/// stamp alone is no place.
public record Place(Instant stamp, RemoteId id) {}
