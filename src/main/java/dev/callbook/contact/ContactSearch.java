package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.phone.Region;
import jakarta.enterprise.context.ApplicationScoped;

/// One box over names, organizations, numbers, e-mail addresses, handles and external ids: finds
/// contacts from the first letters on, and says why.
///
/// Passes follow each other from the best kind of match to the least, and stop when the page is
/// full. Each reads a bounded piece of an index (docs/adr/0003-search.md).
@ApplicationScoped
public class ContactSearch {
  private final NameSearch names;
  private final NumberSearch numbers;
  private final AddressSearch addresses;

  ContactSearch(NameSearch names, NumberSearch numbers, AddressSearch addresses) {
    this.names = names;
    this.numbers = numbers;
    this.addresses = addresses;
  }

  /// @param typed what stands in the box; blank finds nobody
  /// @param home where a number without a country code is read first
  /// @param maxRows at most this many hits
  public SearchResult search(Scope scope, String typed, Region home, int maxRows) {
    SearchQuery query = SearchQuery.of(typed);
    var ranking = new Ranking(maxRows);
    query
        .number()
        .ifPresent(part -> {
          if (query.besideNumber()) {
            numbers.searchNamed(scope, part, query.words(), ranking);
          } else {
            numbers.search(scope, typed, part, home, ranking);
          }
        });
    if (!query.besideNumber() && !query.words().isEmpty()) {
      names.search(scope, query.words(), ranking);
    }
    query.address().ifPresent(address -> addresses.search(scope, address, ranking));
    if (!query.besideNumber() && query.number().isEmpty()) {
      names.searchSimilar(scope, query.words(), ranking);
    }
    return ranking.result();
  }
}
