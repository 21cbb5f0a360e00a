package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchQuery.Part;
import dev.callbook.phone.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// One box over names, organizations, numbers, e-mail addresses, handles, external ids and the
/// custom fields that are identifiers or tags: finds contacts from the first letters on, and says
/// why.
///
/// Passes follow each other from the best kind of match to the least, and stop when the page is
/// full. Each reads a bounded piece of an index (docs/adr/0003-search.md).
@ApplicationScoped
public class ContactSearch {
  private static final int MAX_ANYWHERE = 200;

  private final NameSearch names;
  private final EmployerSearch employers;
  private final SimilarNameSearch similar;
  private final NumberSearch numbers;
  private final AddressSearch addresses;
  private final ColleagueSearch colleagues;

  ContactSearch(
      NameSearch names,
      EmployerSearch employers,
      SimilarNameSearch similar,
      NumberSearch numbers,
      AddressSearch addresses,
      ColleagueSearch colleagues) {
    this.names = names;
    this.employers = employers;
    this.similar = similar;
    this.numbers = numbers;
    this.addresses = addresses;
    this.colleagues = colleagues;
  }

  /// @param typed what stands in the box; blank finds nobody
  /// @param home where a number without a country code is read first
  /// @param maxRows at most this many hits; a search for more begins with the same ones
  public SearchResult search(Scope scope, String typed, Region home, int maxRows) {
    SearchQuery query = SearchQuery.of(typed);
    var ranking = new Ranking(maxRows);
    query.address().ifPresent(it -> addresses.searchExternalIds(scope, it, ranking));
    addresses.searchCustomFields(scope, query.text(), ranking);
    query.number().ifPresent(part -> searchNumbers(scope, query, part, home, ranking));
    if (ranking.isEmpty() || !query.hasDigits()) {
      searchWords(scope, query, ranking);
    }
    return ranking.result();
  }

  /// As [#search], among the people of one organization; in its first thousands, if it is large.
  public SearchResult searchWithin(
      Scope scope, UUID organization, String typed, Region home, int maxRows) {
    var ranking = new Ranking(maxRows);
    colleagues.search(scope, organization, SearchQuery.of(typed), ranking);
    if (ranking.isEmpty()) {
      // Mistyped, perhaps, or in no way that is looked for here.
      List<SearchHit> anywhere = search(scope, typed, home, MAX_ANYWHERE).hits();
      colleagues.keep(scope, organization, anywhere, ranking);
    }
    return ranking.result();
  }

  private void searchNumbers(
      Scope scope, SearchQuery query, Part part, Region home, Ranking ranking) {
    if (query.besideNumber().size() > 0) {
      numbers.searchNamed(scope, part, query.besideNumber(), ranking);
    } else {
      numbers.search(scope, query.text(), part, home, ranking);
    }
  }

  private void searchWords(Scope scope, SearchQuery query, Ranking ranking) {
    names.search(scope, query.words(), ranking);
    employers.search(scope, query.words(), ranking);
    query.address().ifPresent(address -> addresses.search(scope, address, ranking));
    similar.search(scope, query.words(), ranking);
  }
}
