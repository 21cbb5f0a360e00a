package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.directory.Marks;
import dev.callbook.directory.TypedWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds people by their organizations: by the words of its name, or some words of its name and
/// some of theirs.
@ApplicationScoped
class EmployerSearch {
  private final EmployerSearchStore store;

  EmployerSearch(EmployerSearchStore store) {
    this.store = store;
  }

  /// People of organizations whose name has all of the words; if nobody at all was found so far,
  /// people with the first or last words in an organization that has the others.
  void search(Scope scope, TypedWords words, Ranking ranking) {
    if (words.size() == 0) {
      return;
    }
    boolean isNobody = ranking.isEmpty();
    search(scope, words.all(), List.of(), ranking);
    if (isNobody && ranking.isEmpty()) {
      splits(words.all())
          .takeWhile(_ -> ranking.isEmpty())
          .forEach(split -> search(scope, split.ofOrganization(), split.ofPerson(), ranking));
    }
  }

  private record Split(List<String> ofOrganization, List<String> ofPerson) {}

  private static Stream<Split> splits(List<String> words) {
    return IntStream.range(1, words.size())
        .boxed()
        .flatMap(at -> {
          List<String> before = words.subList(0, at);
          List<String> after = words.subList(at, words.size());
          return Stream.of(new Split(after, before), new Split(before, after));
        });
  }

  private void search(
      Scope scope, List<String> ofOrganization, List<String> ofPerson, Ranking ranking) {
    if (ranking.isFull()) {
      return;
    }
    String first = ofOrganization.getFirst();
    Marks others = Marks.of(ofOrganization.subList(1, ofOrganization.size()));
    store
        .employedBy(scope, first, others, Marks.of(ofPerson), ranking.wanted())
        .forEach(found -> ranking.add(found.contact(), Reason.ORGANIZATION, found.text()));
  }
}
