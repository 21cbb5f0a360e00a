package dev.callbook.access;

import java.util.UUID;

/// One of our organizations (a tenant). Every row belongs to exactly one.
public record OrgId(UUID value) {}
