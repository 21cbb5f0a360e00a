package dev.callbook.directory;

import java.util.UUID;

/// What another system calls a record. @param source the external source that gave it
public record ExternalId(UUID source, String value) {}
