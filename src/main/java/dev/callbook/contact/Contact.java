package dev.callbook.contact;

import dev.callbook.access.DivisionId;
import java.time.Instant;

/// A person outside the company.
///
/// @param division where it was created; never changes
/// @param version counts up with every change, from 1
/// @param mergeSet whom it was merged with; itself alone for most
public record Contact(
    ContactId id,
    DivisionId division,
    ContactType type,
    ContactDetails details,
    int version,
    Instant createdAt,
    Instant modifiedAt,
    MergeSet mergeSet) {

  /// One that was never merged.
  public Contact(
      ContactId id,
      DivisionId division,
      ContactType type,
      ContactDetails details,
      int version,
      Instant createdAt,
      Instant modifiedAt) {
    this(id, division, type, details, version, createdAt, modifiedAt, MergeSet.alone(id));
  }

  /// The same contact with other details, one version on.
  public Contact with(ContactDetails changed, Instant now) {
    return new Contact(id, division, type, changed, version + 1, createdAt, now, mergeSet);
  }

  /// The same contact with other details, as an edit hands it to [Contacts#correct].
  public Contact withDetails(ContactDetails changed) {
    return new Contact(id, division, type, changed, version, createdAt, modifiedAt, mergeSet);
  }

  /// The same contact as one of another kind, one version on.
  public Contact as(ContactType other, Instant now) {
    return new Contact(id, division, other, details, version + 1, createdAt, now, mergeSet);
  }

  /// The same contact as the head of its own part of the tree.
  Contact apart() {
    return new Contact(
        id, division, type, details, version, createdAt, modifiedAt, mergeSet.below(id));
  }
}
