package dev.callbook.bulkaction;

import dev.callbook.contact.ContactListFilter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who is meant: contacts that were picked one by one, or everybody whom a list's filter lets
/// through.
///
/// @param ids empty where the filter counts
/// @param filter as [ContactListFilter] says it
record Selection(List<UUID> ids, Map<String, List<String>> filter) {
  /// How many can be picked one by one.
  static final int MAX_PICKED = 1_000;

  boolean isPicked() {
    return !ids.isEmpty();
  }

  ContactListFilter toFilter() {
    return ContactListFilter.of(filter);
  }
}
