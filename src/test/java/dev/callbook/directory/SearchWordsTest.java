package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
  @Test
  void every_word_of_a_name_begins_a_key_or_a_phrase() {
    SearchWords name = SearchWords.ofPerson("Ana María", null, "Ruiz Gil");

    assertEquals("ana maria ruiz gil", name.nameKey());
    assertEquals("ruiz gil ana maria", name.surnameKey());
    assertEquals(Set.of("maria ruiz gil ana", "gil ana maria ruiz"), name.phrases());
    assertEquals(Set.of("ana", "maria", "ruiz", "gil"), name.words());
  }

  @Test
  void the_middle_name_counts_among_the_given_ones() {
    SearchWords name = SearchWords.ofPerson("Ana", "Lucía", "Ruiz");

    assertEquals("ana lucia ruiz", name.nameKey());
    assertEquals("ruiz ana lucia", name.surnameKey());
    assertEquals(Set.of("lucia ruiz ana"), name.phrases());
  }

  @Test
  void a_name_of_one_part_has_two_equal_keys() {
    assertEquals("ruiz", SearchWords.ofPerson(null, null, "Ruiz").nameKey());
    assertEquals("ruiz", SearchWords.ofPerson("Ruiz", null, null).surnameKey());
    assertEquals("", SearchWords.ofPerson(null, null, null).nameKey());
  }

  @Test
  void an_organization_is_found_by_its_later_words() {
    SearchWords name = SearchWords.ofOrganization("Acme Nova, S.A.");

    assertEquals("acme nova s a", name.nameKey());
    assertEquals(Set.of("nova s a acme", "s a acme nova", "a acme nova s"), name.phrases());
  }

  @Test
  void an_endless_name_keeps_its_first_ten_words() {
    String endless =
        IntStream.range(0, 300).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

    assertEquals(9, SearchWords.ofOrganization(endless).phrases().size());
    assertTrue(
        Stream.of(SearchWords.ofOrganization(endless).nameKey()).allMatch(k -> k.length() <= 100));
  }
}
