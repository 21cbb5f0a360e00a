package dev.callbook.contact;

import dev.callbook.access.DivisionId;
import java.time.Instant;

/// A person outside the company.
///
/// @param division where it was created; never changes
/// @param version counts up with every change, from 1
public record Contact(
    ContactId id,
    DivisionId division,
    ContactType type,
    ContactDetails details,
    int version,
    Instant createdAt,
    Instant modifiedAt) {

  /// The same contact with other details, one version on.
  Contact with(ContactDetails changed, Instant now) {
    return new Contact(id, division, type, changed, version + 1, createdAt, now);
  }

  /// The same contact as one of another kind, one version on.
  public Contact as(ContactType other, Instant now) {
    return new Contact(id, division, other, details, version + 1, createdAt, now);
  }

  /// The same contact with other details, as an edit hands it to [Contacts#correct].
  public Contact withDetails(ContactDetails changed) {
    return new Contact(id, division, type, changed, version, createdAt, modifiedAt);
  }
}
