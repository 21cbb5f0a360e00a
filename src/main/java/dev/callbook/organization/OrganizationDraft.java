package dev.callbook.organization;

import java.util.Optional;

/// An organization as a caller wants it. @param division the wire id of its division; empty for the
/// starred one
public record OrganizationDraft(Optional<String> division, OrganizationDetails details) {}
