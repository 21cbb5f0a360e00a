package dev.callbook.organization;

import dev.callbook.directory.Filter;
import java.util.Optional;
import java.util.UUID;

/// What part of the list is wanted.
///
/// @param q only names with words that begin like these, in any order; blank for all
/// @param filter what else they must be
/// @param after the last row of the page before, for paging by key
/// @param offset rows to leave out, for the wire's page numbers; at most 1,000
public record OrganizationQuery(
    String q,
    Filter<OrganizationField> filter,
    Sort sort,
    boolean descending,
    Optional<Key> after,
    int offset,
    int maxRows) {

  boolean isSearch() {
    return !q.isBlank();
  }

  /// What a list can be ordered by.
  public enum Sort {
    NAME,
    COMPANY_TYPE,
    INDUSTRY
  }

  /// A place in an ordered list.
  public record Key(String sortKey, UUID id) {}
}
