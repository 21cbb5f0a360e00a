package dev.callbook.organization;

import dev.callbook.access.DivisionId;
import java.time.Instant;

/// A company or body outside ours.
///
/// @param division where it was created; never changes
/// @param version counts up with every change, from 1
public record Organization(
    OrganizationId id,
    DivisionId division,
    OrganizationDetails details,
    int version,
    Instant createdAt,
    Instant modifiedAt) {

  /// The same organization with other details, one version on.
  Organization with(OrganizationDetails changed, Instant now) {
    return new Organization(id, division, changed, version + 1, createdAt, now);
  }

  /// The same organization with other details, as an edit hands it to [Organizations#correct].
  public Organization withDetails(OrganizationDetails changed) {
    return new Organization(id, division, changed, version, createdAt, modifiedAt);
  }
}
