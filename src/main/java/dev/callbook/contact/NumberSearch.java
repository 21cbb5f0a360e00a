package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchQuery.Part;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.DigitGrams;
import dev.callbook.phone.KeyBeginnings;
import dev.callbook.phone.ParsedNumber.Full;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds contacts by any part of a number: the whole, the beginning, the end, four digits in a row.
@ApplicationScoped
class NumberSearch {
  /// Numbers read in one range while looking for those of the caller's divisions.
  private static final int MAX_SCAN = 1_000;

  /// Numbers whose holders' names are compared, when words stand beside the digits.
  private static final int MAX_NAMED = 300;

  /// Whoever dials a number in some way of their own still has its last eight digits right.
  private static final int TELLING_DIGITS = 8;

  private final SearchStore store;
  private final PhoneNumbers numbers;
  private final KeyBeginnings beginnings;

  NumberSearch(SearchStore store, PhoneNumbers numbers, KeyBeginnings beginnings) {
    this.store = store;
    this.numbers = numbers;
    this.beginnings = beginnings;
  }

  void search(Scope scope, String typed, Part part, Region home, Ranking ranking) {
    if (part.digits().length() >= TELLING_DIGITS
        && numbers.parse(typed, home) instanceof Full full) {
      searchWhole(scope, full.key().value(), ranking);
    }
    if (ranking.isEmpty()) {
      searchParts(scope, part, home, ranking);
    }
  }

  private void searchWhole(Scope scope, String key, Ranking ranking) {
    for (Found found : store.withNumber(scope, List.of(key), MAX_SCAN, ranking.wanted())) {
      if (found.text().equals(key)) {
        ranking.add(found.contact(), Reason.NUMBER, found.text());
      }
    }
  }

  /// Of those whose number has the part, the ones whose name has all of the words.
  void searchNamed(Scope scope, Part part, List<String> words, Ranking ranking) {
    var candidates = new Ranking(MAX_NAMED);
    if (part.isAnywhere()) {
      searchAnywhere(scope, part.digits(), candidates);
    }
    SearchResult holders = candidates.result();
    List<String> marks = words.stream().map(word -> " " + word).toList();
    Set<ContactId> named =
        store.names(scope, holders.hits().stream().map(SearchHit::contact).toList()).stream()
            .filter(name -> marks.stream().allMatch(name.text()::contains))
            .map(Found::contact)
            .collect(Collectors.toUnmodifiableSet());
    holders.hits().stream()
        .filter(holder -> named.contains(holder.contact()))
        .forEach(holder -> ranking.add(holder.contact(), holder.reason(), holder.matched()));
    if (!holders.isComplete()) {
      ranking.cutShort();
    }
  }

  private void searchParts(Scope scope, Part part, Region home, Ranking ranking) {
    String digits = part.digits();
    List<String> starts =
        part.isInternational() ? List.of("+" + digits) : beginnings.of(digits, home);
    add(
        ranking,
        Reason.NUMBER_BEGINNING,
        store.withNumber(scope, starts, MAX_SCAN, ranking.wanted()));
    if (part.isAnywhere()) {
      searchAnywhere(scope, digits, ranking);
    }
    if (ranking.isEmpty() && digits.length() > TELLING_DIGITS) {
      searchEnd(scope, digits.substring(digits.length() - TELLING_DIGITS), ranking);
    }
  }

  private void searchAnywhere(Scope scope, String digits, Ranking ranking) {
    searchEnd(scope, digits, ranking);
    if (!ranking.isFull()) {
      add(
          ranking,
          Reason.NUMBER_PART,
          store.withDigits(scope, DigitGrams.within(digits), "%" + digits + "%", ranking.wanted()));
    }
  }

  private void searchEnd(Scope scope, String digits, Ranking ranking) {
    if (!ranking.isFull()) {
      add(
          ranking,
          Reason.NUMBER_END,
          store.withDigits(scope, DigitGrams.atEnd(digits), "%" + digits, ranking.wanted()));
    }
  }

  private static void add(Ranking ranking, Reason reason, List<Found> found) {
    found.forEach(one -> ranking.add(one.contact(), reason, one.text()));
  }
}
