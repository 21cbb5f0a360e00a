package dev.callbook.organization;

import dev.callbook.access.DivisionId;
import java.time.Instant;
import java.util.UUID;

/// The organization that an external organization is in an installation of its own, and in whose
/// name it trusts ours.
///
/// @param id what that installation calls it
public record Trustor(
    OrganizationId organization, DivisionId division, UUID id, Instant linkedAt) {}
