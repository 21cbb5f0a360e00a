package dev.callbook.access;

import java.util.UUID;

/// A division: the part of an organization a record belongs to for life.
public record DivisionId(UUID value) {}
