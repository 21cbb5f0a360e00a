package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchQuery.Address;
import dev.callbook.contact.SearchStore.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Finds contacts by the beginning of an e-mail address, of its domain or of a handle, and by a
/// whole external id.
@ApplicationScoped
class AddressSearch {
  /// Addresses read while looking for those of the caller's divisions.
  private static final int MAX_SCAN = 2_000;

  private final SearchStore store;

  AddressSearch(SearchStore store) {
    this.store = store;
  }

  void search(Scope scope, Address address, Ranking ranking) {
    switch (address) {
      case Address.Beginning(String typed, String text) -> {
        add(
            ranking,
            Reason.EXTERNAL_ID,
            store.withExternalId(
                scope,
                List.of(typed, typed.toUpperCase(java.util.Locale.ROOT), text),
                ranking.wanted()));
        if (!ranking.isFull()) {
          add(ranking, Reason.EMAIL, store.withEmail(scope, text, MAX_SCAN, ranking.wanted()));
        }
        boolean isHost = text.indexOf('.') > 0 && text.indexOf('@') < 0;
        if (isHost && !ranking.isFull()) {
          add(ranking, Reason.EMAIL, store.withDomain(scope, text, ranking.wanted()));
        }
        searchHandles(scope, text, ranking);
      }
      case Address.AfterAt(String text) -> {
        add(ranking, Reason.EMAIL, store.withDomain(scope, text, ranking.wanted()));
        searchHandles(scope, text, ranking);
      }
    }
  }

  private void searchHandles(Scope scope, String text, Ranking ranking) {
    if (!ranking.isFull()) {
      add(ranking, Reason.HANDLE, store.withHandle(scope, text, MAX_SCAN, ranking.wanted()));
    }
  }

  private static void add(Ranking ranking, Reason reason, List<Found> found) {
    found.forEach(one -> ranking.add(one.contact(), reason, one.text()));
  }
}
