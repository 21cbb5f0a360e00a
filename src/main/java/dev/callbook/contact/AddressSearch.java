package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchQuery.Address;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.customfield.CustomValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds contacts by the beginning of an e-mail address, of its domain or of a handle, and by a
/// whole external id, identifier or tag.
@ApplicationScoped
class AddressSearch {
  /// Shorter texts without an @ are no domain yet.
  private static final int MIN_DOMAIN = 3;

  private final AddressSearchStore store;

  AddressSearch(AddressSearchStore store) {
    this.store = store;
  }

  /// Whom another system calls so, and not only nearly.
  void searchExternalIds(Scope scope, Address address, Ranking ranking) {
    if (address instanceof Address.Beginning(String typed, String text)) {
      Set<String> spellings = Set.copyOf(List.of(typed, typed.toUpperCase(Locale.ROOT), text));
      add(ranking, Reason.EXTERNAL_ID, store.withExternalId(scope, spellings, ranking.wanted()));
    }
  }

  /// Who has the whole text as an identifier or a tag.
  void searchCustomFields(Scope scope, String text, Ranking ranking) {
    if (!ranking.isFull()) {
      String key = CustomValues.keyOf(text);
      add(ranking, Reason.CUSTOM_FIELD, store.withCustomField(scope, key, ranking.wanted()));
    }
  }

  void search(Scope scope, Address address, Ranking ranking) {
    switch (address) {
      case Address.Beginning(_, String text) -> {
        if (!ranking.isFull()) {
          add(ranking, Reason.EMAIL, store.withEmail(scope, text, ranking.wanted()));
        }
        if (text.length() >= MIN_DOMAIN && text.indexOf('@') < 0) {
          searchDomains(scope, text, ranking);
        }
        searchHandles(scope, text, ranking);
      }
      case Address.AfterAt(String text) -> {
        searchDomains(scope, text, ranking);
        searchHandles(scope, text, ranking);
      }
    }
  }

  private void searchDomains(Scope scope, String text, Ranking ranking) {
    if (!ranking.isFull()) {
      add(ranking, Reason.EMAIL, store.withDomain(scope, text, ranking.wanted()));
    }
  }

  /// @param text a handle from its beginning, or the look-up key of a number
  void searchHandles(Scope scope, String text, Ranking ranking) {
    if (!ranking.isFull()) {
      add(ranking, Reason.HANDLE, store.withHandle(scope, text, ranking.wanted()));
    }
  }

  private static void add(Ranking ranking, Reason reason, List<Found> found) {
    found.forEach(one -> ranking.add(one.contact(), reason, one.text()));
  }
}
