package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.contact.SearchQuery.Address;
import dev.callbook.contact.SearchQuery.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
  @ParameterizedTest
  @CsvSource({
    "+34 911 23,3491123,true",
    "0034 911 23,3491123,true",
    "+44 (0)20 7946,44207946,true",
    "911-23-45,9112345,false",
    "(212) 555,212555,false",
    "4567,4567,false",
    "0045,0045,false",
    "911,911,false",
    "030/123 45,03012345,false",
    "212.555.0100 ext. 12,2125550100,false",
    "٠١٢٣٤,01234,false",
  })
  void digits_are_part_of_a_number(String typed, String digits, boolean isInternational) {
    assertEquals(
        Optional.of(new Part(digits, isInternational)), SearchQuery.of(typed).number(), typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "12", "-- --", "", "   ", "studio 54", "a1234"})
  void other_texts_are_no_number(String typed) {
    assertEquals(Optional.empty(), SearchQuery.of(typed).number());
  }

  @Test
  void digits_after_words_narrow_them() {
    SearchQuery query = SearchQuery.of("Ana Ruiz 4567");

    assertEquals(List.of("ana", "ruiz"), query.besideNumber().all());
    assertEquals(Optional.of(new Part("4567", false)), query.number());
    // It may be a name after all: "Forum 2024".
    assertEquals(List.of("ana", "ruiz", "4567"), query.words().all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"45 67 Ana", "Ana 4567", "ana +4567"})
  void digits_stand_before_or_after_words(String typed) {
    assertEquals("4567", SearchQuery.of(typed).number().orElseThrow().digits());
    assertEquals(List.of("ana"), SearchQuery.of(typed).besideNumber().all());
  }

  @ParameterizedTest
  @CsvSource({
    "Ana Ruiz <ana@acme.example>, ana@acme.example",
    "'\"Ruiz, Ana\" (ana@acme.example)', ana@acme.example",
    "mailto:ana@acme.example, ana@acme.example",
    "TEL:+34911234567, +34911234567",
  })
  void what_was_copied_with_something_around_it_is_taken_out(String typed, String text) {
    assertEquals(text, SearchQuery.of(typed).text());
  }

  @Test
  void one_word_may_be_a_name_an_address_or_an_id() {
    SearchQuery query = SearchQuery.of(" García ");

    assertEquals(List.of("garcia"), query.words().all());
    assertEquals(Optional.of(new Address.Beginning("García", "garcia")), query.address());
  }

  @Test
  void an_at_sign_makes_it_an_address() {
    assertEquals(Optional.of(new Address.AfterAt("acme")), SearchQuery.of("@Acme").address());
    assertEquals(
        Optional.of(new Address.Beginning("Ana.R@ac", "ana.r@ac")),
        SearchQuery.of("Ana.R@ac").address());
    assertEquals(List.of(), SearchQuery.of("@Acme").words().all());
  }

  @Test
  void a_text_beyond_all_measure_is_cut() {
    assertTrue(SearchQuery.of("word ".repeat(5000)).words().size() <= 6);
    assertTrue(SearchQuery.of("9".repeat(5000)).number().orElseThrow().digits().length() <= 200);
  }
}
