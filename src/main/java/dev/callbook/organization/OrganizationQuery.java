package dev.callbook.organization;

import java.util.Optional;
import java.util.UUID;

/// What part of the list is wanted.
///
/// @param namePrefix only names of which a word starts so; folded; empty for all
/// @param after the last row of the page before, for paging by key
/// @param offset rows to leave out, for the wire's page numbers; at most 1,000
public record OrganizationQuery(
    String namePrefix,
    Sort sort,
    boolean descending,
    Optional<Key> after,
    int offset,
    int maxRows) {

  /// What a list can be ordered by.
  public enum Sort {
    NAME,
    COMPANY_TYPE,
    INDUSTRY
  }

  /// A place in an ordered list.
  public record Key(String sortKey, UUID id) {}
}
