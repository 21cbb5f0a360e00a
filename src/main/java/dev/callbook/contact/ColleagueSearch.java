package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchQuery.Address;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.TypedWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds people of one organization. They are few, so all of them are read rather than the index of
/// what is searched for.
@ApplicationScoped
class ColleagueSearch {
  private final ColleagueSearchStore store;

  ColleagueSearch(ColleagueSearchStore store) {
    this.store = store;
  }

  void search(Scope scope, UUID organization, SearchQuery query, Ranking ranking) {
    TypedWords words = query.words();
    if (words.size() > 0) {
      for (Found found : store.named(scope, organization, words.marks(), ranking.wanted())) {
        Reason reason = words.areWholeIn(found.text()) ? Reason.NAME : Reason.NAME_BEGINNING;
        ranking.add(found.contact(), reason, words.matchedIn(found.text()));
      }
    }
    query
        .number()
        .filter(_ -> query.besideNumber().size() == 0)
        .map(part -> store.withDigits(scope, organization, part.digits(), ranking.wanted()))
        .ifPresent(found -> add(ranking, Reason.NUMBER_PART, found));
    query
        .address()
        .map(ColleagueSearch::inAddress)
        .map(text -> store.withEmail(scope, organization, text, ranking.wanted()))
        .ifPresent(found -> add(ranking, Reason.EMAIL, found));
  }

  /// Keeps those of `hits` who belong to the organization.
  void keep(Scope scope, UUID organization, List<SearchHit> hits, Ranking ranking) {
    Set<ContactId> theirs =
        store.among(scope, organization, hits.stream().map(SearchHit::contact).toList()).stream()
            .map(Found::contact)
            .collect(Collectors.toUnmodifiableSet());
    hits.stream()
        .filter(hit -> theirs.contains(hit.contact()))
        .forEach(hit -> ranking.add(hit.contact(), hit.reason(), hit.matched()));
  }

  private static String inAddress(Address address) {
    return switch (address) {
      case Address.Beginning(_, String text) -> text;
      case Address.AfterAt(String text) -> "@" + text;
    };
  }

  private static void add(Ranking ranking, Reason reason, List<Found> found) {
    found.forEach(one -> ranking.add(one.contact(), reason, one.text()));
  }
}
