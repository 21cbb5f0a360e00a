package dev.callbook.relationship;

import dev.callbook.access.DivisionId;
import dev.callbook.organization.OrganizationId;
import java.time.Instant;
import java.util.UUID;

/// What a person of ours is to an external organization, such as its account manager.
///
/// @param division the organization's
/// @param text 1 to 100 characters
public record Relationship(
    UUID id,
    DivisionId division,
    OrganizationId organization,
    Person person,
    String text,
    Instant createdAt,
    Instant modifiedAt,
    int version) {

  /// One of our users. @param active whether they may still sign in
  public record Person(UUID id, String name, boolean active) {}

  Relationship with(Person other, String changed, Instant now) {
    return new Relationship(
        id, division, organization, other, changed, createdAt, now, version + 1);
  }
}
