package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchQuery.Part;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.directory.DigitGrams;
import dev.callbook.directory.Marks;
import dev.callbook.directory.TypedWords;
import dev.callbook.phone.KeyBeginnings;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Finds contacts by any part of a number: the whole, the beginning, the end, four digits in a row.
@ApplicationScoped
class NumberSearch {
  /// Numbers read in one range while looking for those of the caller's divisions.
  private static final int MAX_SCAN = 1_000;

  /// Numbers whose holders' names are compared, when words stand beside the digits.
  private static final int MAX_NAMED = 1_500;

  /// Whoever dials a number in some way of their own still has its last eight digits right.
  private static final int TELLING_DIGITS = 8;

  private final NumberSearchStore store;
  private final AddressSearch addresses;
  private final PhoneNumbers numbers;
  private final KeyBeginnings beginnings;

  NumberSearch(
      NumberSearchStore store,
      AddressSearch addresses,
      PhoneNumbers numbers,
      KeyBeginnings beginnings) {
    this.store = store;
    this.addresses = addresses;
    this.numbers = numbers;
    this.beginnings = beginnings;
  }

  /// @param typed the text that `part` was read from
  void search(Scope scope, String typed, Part part, Region home, Ranking ranking) {
    int before = ranking.size();
    switch (numbers.parse(typed, home)) {
      case ParsedNumber.Full full when part.digits().length() >= TELLING_DIGITS -> {
        searchWhole(scope, full.key().value(), ranking);
        addresses.searchHandles(scope, full.key().value(), ranking);
        if (ranking.size() > before) {
          return;
        }
      }
      case ParsedNumber.ShortCode code -> searchWhole(scope, code.key().value(), ranking);
      case ParsedNumber.Full _, ParsedNumber.Unparseable _ -> {}
    }
    searchParts(scope, part, home, ranking);
  }

  private void searchWhole(Scope scope, String key, Ranking ranking) {
    store.withNumber(scope, List.of(key), MAX_SCAN, ranking.wanted()).stream()
        .filter(found -> found.text().equals(key))
        .forEach(found -> ranking.add(found.contact(), Reason.NUMBER, found.text()));
  }

  /// Those whose number has the part, at its end or else anywhere, and whose name has all of the
  /// words.
  void searchNamed(Scope scope, Part part, TypedWords words, Ranking ranking) {
    String digits = part.digits();
    Marks marks = words.marks();
    List<Found> atEnd =
        store.withDigitsAndName(
            scope, DigitGrams.atEnd(digits), "%" + digits, marks, MAX_NAMED, ranking.wanted());
    add(ranking, Reason.NUMBER_END, atEnd);
    if (atEnd.isEmpty()) {
      List<Found> within =
          store.withDigitsAndName(
              scope,
              DigitGrams.within(digits),
              "%" + digits + "%",
              marks,
              MAX_NAMED,
              ranking.wanted());
      add(ranking, Reason.NUMBER_PART, within);
    }
  }

  private void searchParts(Scope scope, Part part, Region home, Ranking ranking) {
    String digits = part.digits();
    List<String> starts =
        part.isInternational() ? List.of("+" + digits) : beginnings.of(digits, home);
    List<Found> begun = store.withNumber(scope, starts, MAX_SCAN, ranking.wanted());
    add(ranking, Reason.NUMBER_BEGINNING, begun);
    if (!part.isAnywhere()) {
      // A small division's numbers may all lie beyond those that were read.
      ranking.cutShort();
    } else if (begun.isEmpty() || digits.length() < TELLING_DIGITS) {
      searchAnywhere(scope, digits, ranking);
    }
  }

  private void searchAnywhere(Scope scope, String digits, Ranking ranking) {
    int before = ranking.size();
    searchEnd(scope, digits, ranking);
    if (!ranking.isFull()) {
      add(
          ranking,
          Reason.NUMBER_PART,
          store.withDigits(scope, DigitGrams.within(digits), "%" + digits + "%", ranking.wanted()));
    }
    if (ranking.size() == before && digits.length() > TELLING_DIGITS) {
      searchEnd(scope, digits.substring(digits.length() - TELLING_DIGITS), ranking);
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
