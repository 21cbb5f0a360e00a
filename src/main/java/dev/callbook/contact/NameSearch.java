package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.contact.SearchStore.Found;
import dev.callbook.contact.SearchStore.Marks;
import dev.callbook.directory.Vocabulary;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds contacts by the words of their names and of their organizations' names, each typed word
/// finished or not, in any order; and by words that are nearly so.
@ApplicationScoped
class NameSearch {
  /// Names read while looking for those that have the other words too. If the words occur
  /// independently, 20 matches are met after the square root of 20 times the directory's size:
  /// 14,000 names in ten million. What a division gets is its share.
  private static final int DEEP_SCAN = 14_000;

  private static final int SCAN = 1_500;
  private static final int MIN_SCAN = 50;
  private static final int MAX_ORGANIZATIONS = 20;
  private static final int ORGANIZATION_PROBES = 400;
  private static final int MAX_CORRECTIONS = 5;
  private static final int MAX_COMBINATIONS = 5;

  private final SearchStore store;
  private final Vocabulary vocabulary;

  NameSearch(SearchStore store, Vocabulary vocabulary) {
    this.store = store;
    this.vocabulary = vocabulary;
  }

  /// Names that have all of the words; then people of organizations that have them; and if there
  /// are none, people with some of the words in an organization that has the others.
  void search(Scope scope, List<String> words, Ranking ranking) {
    for (Found found : find(scope, words, ranking)) {
      Reason reason = hasWholeWords(words, found.text()) ? Reason.NAME : Reason.NAME_BEGINNING;
      ranking.add(found.contact(), reason, matchedWords(words, found.text()));
    }
    boolean isNobody = ranking.isEmpty();
    searchOrganizations(scope, words, List.of(), ranking);
    if (isNobody && words.size() > 1) {
      int last = words.size() - 1;
      searchOrganizations(scope, words.subList(1, words.size()), words.subList(0, 1), ranking);
      searchOrganizations(
          scope, words.subList(last, words.size()), words.subList(0, last), ranking);
      searchOrganizations(
          scope, words.subList(0, last), words.subList(last, words.size()), ranking);
    }
  }

  /// Names with words nearly like those typed. Only for what the exact passes leave open.
  void searchSimilar(Scope scope, List<String> words, Ranking ranking) {
    if (ranking.isFull()) {
      return;
    }
    for (List<String> meant : corrections(scope, words)) {
      for (Found found : find(scope, meant, ranking)) {
        ranking.add(found.contact(), Reason.SIMILAR_NAME, matchedWords(meant, found.text()));
      }
      if (ranking.isFull()) {
        return;
      }
    }
  }

  /// First the names that begin with the words as typed, or with the last one first; then those
  /// that have them elsewhere, met by reading the names that begin with one of the words. Far, if
  /// nobody was found by then.
  private List<Found> find(Scope scope, List<String> words, Ranking ranking) {
    int wanted = ranking.wanted();
    List<Found> found = new ArrayList<>(store.named(scope, beginnings(words), wanted));
    if (words.size() == 1 || found.size() >= wanted) {
      return found;
    }
    List<String> anchors =
        words.stream()
            .distinct()
            .sorted(Comparator.comparingInt(NameSearch::sharpness).reversed())
            .limit(2)
            .toList();
    for (int scan : new int[] {SCAN, DEEP_SCAN}) {
      int share = Math.max(MIN_SCAN, scan / scope.divisions().size());
      for (String anchor : anchors) {
        found.addAll(store.namedWith(scope, anchor, marks(words, anchor), share, wanted));
        boolean isPage = found.stream().map(Found::contact).distinct().count() >= wanted;
        if (isPage || !store.isCommon(scope, anchor, share)) {
          return found;
        }
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    ranking.cutShort();
    return found;
  }

  private void searchOrganizations(
      Scope scope, List<String> ofOrganization, List<String> ofPerson, Ranking ranking) {
    if (ranking.isFull()) {
      return;
    }
    String rest = ofOrganization.size() == 1 ? "" : " " + ofOrganization.getLast();
    int organizations =
        Math.clamp(ORGANIZATION_PROBES / scope.divisions().size(), 2, MAX_ORGANIZATIONS);
    for (Found found :
        store.employedBy(
            scope,
            ofOrganization.getFirst(),
            rest,
            Marks.of(ofPerson.stream().map(NameSearch::mark).toList()),
            organizations,
            Math.max(MIN_SCAN, SCAN / scope.divisions().size()),
            ranking.wanted())) {
      ranking.add(found.contact(), Reason.ORGANIZATION, found.text());
    }
  }

  /// The typed words with one or more of them put right, the nearest first.
  private List<List<String>> corrections(Scope scope, List<String> words) {
    List<List<String>> near =
        words.stream().map(word -> vocabulary.near(scope, word, MAX_CORRECTIONS)).toList();
    List<List<String>> meant = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (String word : near.get(i)) {
        List<String> corrected = new ArrayList<>(words);
        corrected.set(i, word);
        meant.add(corrected);
      }
    }
    boolean severalWrong = near.stream().filter(options -> !options.isEmpty()).count() > 1;
    if (severalWrong) {
      meant.add(
          IntStream.range(0, words.size())
              .mapToObj(i -> near.get(i).isEmpty() ? words.get(i) : near.get(i).getFirst())
              .toList());
    }
    return meant.stream().limit(MAX_COMBINATIONS).toList();
  }

  private static List<String> beginnings(List<String> words) {
    String asTyped = Folding.join(words);
    if (words.size() == 1) {
      return List.of(asTyped);
    }
    List<String> turned = new ArrayList<>(words);
    turned.addFirst(turned.removeLast());
    return List.of(asTyped, Folding.join(turned));
  }

  private static Marks marks(List<String> words, String anchor) {
    return Marks.of(
        words.stream().filter(word -> !word.equals(anchor)).map(NameSearch::mark).toList());
  }

  /// What a name contains that has a word beginning so, apart from its first word.
  private static String mark(String word) {
    return Folding.isUnspaced(word.codePointAt(0)) ? word : " " + word;
  }

  /// Roughly how few names begin so.
  private static int sharpness(String word) {
    return Folding.isUnspaced(word.codePointAt(0)) ? word.length() * 3 : word.length();
  }

  private static boolean hasWholeWords(List<String> words, String key) {
    String spaced = " " + key + " ";
    return words.stream().allMatch(word -> spaced.contains(" " + word + " "));
  }

  /// The words of the name that the typed ones begin.
  private static String matchedWords(List<String> words, String key) {
    return words.stream()
        .map(word ->
            List.of(key.split(" ")).stream()
                .filter(of -> of.startsWith(word))
                .findFirst()
                .orElse(word))
        .collect(Collectors.joining(" "));
  }
}
