package dev.callbook.contact;

import dev.callbook.directory.Filter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What part of the list is wanted, without a search.
///
/// @param organization only this organization's people
/// @param filter what else they must be
/// @param sort the order
/// @param after the last row of the page before, for paging by key; empty for the first page or for
///   paging by offset
/// @param offset rows to leave out, for the wire's page numbers; at most 1,000
/// @param maxRows at most this many
public record ContactQuery(
    Optional<UUID> organization,
    Filter<ContactField> filter,
    Sort sort,
    boolean descending,
    Optional<Key> after,
    int offset,
    int maxRows) {

  /// What a list can be ordered by.
  public enum Sort {
    LAST_NAME,
    FIRST_NAME,
    MIDDLE_NAME,
    TITLE
  }

  /// A place in an ordered list.
  public record Key(String sortKey, UUID id) {}

  /// Without conditions.
  public ContactQuery(
      Optional<UUID> organization,
      Sort sort,
      boolean descending,
      Optional<Key> after,
      int offset,
      int maxRows) {
    this(organization, Filter.everything(), sort, descending, after, offset, maxRows);
  }

  /// The first page by last name.
  public static ContactQuery firstPage(@Nullable UUID organization, int maxRows) {
    return new ContactQuery(
        Optional.ofNullable(organization), Sort.LAST_NAME, false, Optional.empty(), 0, maxRows);
  }
}
