package dev.callbook.directory;

import java.util.UUID;

/// The version of a custom-field schema that a record's values follow.
public record SchemaRef(UUID id, int version) {}
