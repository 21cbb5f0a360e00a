package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.contact.SearchHit.Reason;
import dev.callbook.phone.Region;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("oldest-postgres")
class ContactSearchTest extends FeatureTest {
  private static final String HERE = "Billing";

  @Inject ContactSearch search;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ana",
        "ANA",
        "mar",
        "ruiz",
        "gil",
        "ana ruiz",
        "ruiz ana",
        "gil ana",
        "an ru",
        "ru an",
        "mar gil",
        "gil mar",
        "Ruíz",
        "ana maria ruiz gil",
      })
  void a_name_is_found_by_the_beginning_of_any_of_its_words(String typed) {
    String ana = add("Ana", "María", "Ruiz Gil");
    add("Berta", null, "Lopez");

    assertEquals(List.of(ana), found(typed));
  }

  @Test
  void whole_words_come_before_beginnings() {
    String anabel = add("Anabel", null, "Ruiz");
    String ana = add("Zoe", null, "Ana");

    assertEquals(List.of(ana, anabel), found("ana"));
    assertEquals(Optional.of(Reason.NAME), reason("ana", ana));
    assertEquals(Optional.of(Reason.NAME_BEGINNING), reason("ana", anabel));
  }

  @ParameterizedTest
  @CsvSource({
    "gonzales",
    "gnozalez",
    "gonzlez",
    "gonzaalez",
    "gonsal",
    "ana gonsalez",
    "gonsales",
    "onzalez",
    "gon zalez"
  })
  void a_mistyped_name_is_found_and_called_similar(String typed) {
    String ana = add("Ana", null, "González");

    assertEquals(Optional.of(Reason.SIMILAR_NAME), reason(typed, ana));
  }

  @Test
  void a_similar_name_comes_last() {
    String martinez = add("Ana", null, "Martinez");
    String martines = add("Ana", null, "Martines");

    assertEquals(List.of(martines, martinez), found("martines"));
  }

  @Test
  void of_several_words_the_unknown_one_is_put_right() {
    add("Mario", null, "Gil");
    String maria = add("Maria", null, "González");

    assertEquals(List.of(maria), found("maria gonsalez"));
    assertEquals(List.of(maria), found("mraia gonsalez"));
  }

  @Test
  void two_unfinished_words_find_a_name_among_many_that_begin_so() {
    String john = add("John", null, "Smith");
    for (int i = 0; i < 5; i++) {
      add("Aaron", null, "Smith");
      add("Joan", null, "Adams");
    }

    assertEquals(List.of(john), found("jo smi"));
    assertEquals(List.of(john), found("smi jo"));
  }

  @ParameterizedTest
  @CsvSource({
    "+34 911 23 45 67,NUMBER",
    "tel:+34911234567,NUMBER",
    "0034911234567,NUMBER",
    "911 234 567,NUMBER",
    "+34 911,NUMBER_BEGINNING",
    "911,NUMBER_BEGINNING",
    "34911,NUMBER_BEGINNING",
    "4567,NUMBER_END",
    "23 45 67,NUMBER_END",
    "1123,NUMBER_PART",
    "49112345,NUMBER_PART",
  })
  void any_part_of_a_number_finds_its_holder(String typed, Reason reason) {
    String ana = directory.contact("Ana Ruiz").in(HERE).workPhone("+34 911 23 45 67").add();
    directory.contact("Eva Gil").in(HERE).workPhone("+1 212 555 0188").add();

    assertEquals(List.of(ana), found(typed));
    assertEquals(Optional.of(reason), reason(typed, ana));
  }

  @ParameterizedTest
  @ValueSource(strings = {"089 18", "+49 (0)89 181", "89181", "0049 89 1"})
  void a_number_may_be_typed_as_it_is_dialled_at_home(String typed) {
    String eva = directory.contact("Eva Ott").in(HERE).workPhone("+49 89 18188911").add();

    assertEquals(List.of(eva), found(typed));
  }

  @Test
  void words_and_digits_together_name_one_of_several() {
    String ana = directory.contact("Ana Ruiz").in(HERE).workPhone("+34 911 23 45 67").add();
    directory.contact("Eva Gil").in(HERE).workPhone("+34 911 99 45 67").add();

    assertEquals(List.of(ana), found("ana 4567"));
    assertEquals(List.of(ana), found("4567 ana"));
    assertEquals(List.of(ana), found("ana 1123"));
    assertEquals(List.of(), found("eva 2345"));
  }

  @Test
  void an_extension_or_short_number_is_found() {
    String ana =
        directory
            .contact("Ana Ruiz")
            .in(HERE)
            .with("workPhone", "{\"display\":\"112\",\"normalizationCountryCode\":\"ES\"}")
            .add();

    assertEquals(Optional.of(Reason.NUMBER), reason("112", ana));
  }

  @Test
  void digits_may_be_a_name() {
    String forum = directory.organization("Forum 2024").in(HERE).add();
    String ana = directory.contact("Ana Ruiz").in(HERE).at(forum).add();

    assertEquals(Optional.of(Reason.ORGANIZATION), reason("forum 2024", ana));
  }

  @Test
  void a_whatsapp_number_is_found_as_a_handle() {
    String ana =
        directory
            .contact("Ana Ruiz")
            .in(HERE)
            .with(
                "whatsAppId",
                "{\"phoneNumber\":{\"display\":\"+34 600 11 22 33\"},\"displayName\":\"Ana\"}")
            .add();

    assertEquals(Optional.of(Reason.HANDLE), reason("+34 600 112 233", ana));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info@",
        "info@acme.ex",
        "@acme",
        "acme.ex",
        "acme",
        "info",
        "Ana <info@acme.example>"
      })
  void an_address_is_found_by_its_beginning_or_its_domain(String typed) {
    String ana = directory.contact("Ana Ruiz").in(HERE).workEmail("info@acme.example").add();

    assertEquals(List.of(ana), found(typed));
    assertEquals(Optional.of(Reason.EMAIL), reason(typed, ana));
  }

  @Test
  void a_handle_is_found_by_its_beginning() {
    String ana =
        directory
            .contact("Ana Ruiz")
            .in(HERE)
            .with("twitterId", "{\"screenName\":\"anita_r\"}")
            .add();

    assertEquals(Optional.of(Reason.HANDLE), reason("anita", ana));
    assertEquals(Optional.of(Reason.HANDLE), reason("@Anita_", ana));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nova",
        "acme nov",
        "nova acme",
        "ana nova",
        "nova ana",
        "acme nova ana",
        "acme nova ana ruiz",
        "ruiz ana acme nova"
      })
  void people_are_found_by_their_organization(String typed) {
    String acme = directory.organization("Acme Nova, S.A.").in(HERE).add();
    String ana = directory.contact("Ana Ruiz").in(HERE).at(acme).add();
    directory.contact("Eva Gil").in(HERE).add();

    assertEquals(Optional.of(Reason.ORGANIZATION), reason(typed, ana));
    assertEquals(List.of(ana), found(typed));
  }

  @Test
  void contacts_outside_the_divisions_stay_hidden() {
    directory
        .contact("Ana Ruiz")
        .in("Legal")
        .workPhone("+34911234567")
        .workEmail("ana@acme.example")
        .add();

    for (String typed :
        List.of("ana", "an ru", "riuz", "+34911234567", "4567", "ana@acme.example", "@acme")) {
      assertEquals(List.of(), found(typed), typed);
    }
  }

  @Test
  void names_in_scripts_without_spaces_are_found_with_and_without_them() {
    String ming = add("小明", null, "王");

    for (String typed : List.of("王", "王小明", "王 小明", "小明", "小明 王")) {
      assertEquals(List.of(ming), found(typed), typed);
    }
  }

  @Test
  void who_is_removed_or_renamed_is_not_found_by_the_old_name() {
    String ana = add("Ana Maria", null, "Zubiberri");
    api.as(directory.admin())
        .patch(
            CONTACTS + "/" + ana,
            """
            {"changes":[{"field":"$.lastName","action":"Update","value":"Ruiz"},
                        {"field":"$.firstName","action":"Update","value":"Eva"}]}
            """)
        .answers(200);

    assertEquals(List.of(), found("zubi"));
    assertEquals(List.of(), found("maria"));
    assertEquals(List.of(), found("zubibrri"));
    assertEquals(List.of(ana), found("ruiz"));
    api.as(directory.admin()).delete(CONTACTS + "/" + ana).answers(200);
    assertEquals(List.of(), found("ruiz"));
  }

  @Test
  void the_people_of_one_organization_are_searched_by_themselves() {
    String acme = directory.organization("Acme").in(HERE).add();
    String ana =
        directory
            .contact("Ana Ruiz")
            .in(HERE)
            .at(acme)
            .workPhone("+34 911 23 45 67")
            .workEmail("info@acme.example")
            .add();
    directory.contact("Ana Gil").in(HERE).workPhone("+34 911 23 45 68").add();
    String hidden = directory.contact("Ana Sanz").in("Legal").at(acme).add();

    for (String typed :
        List.of(
            "ana",
            "ru an",
            "911",
            "4567",
            "info@",
            "@acme",
            "ruis",
            "0034 911 234 567",
            "4567 ana")) {
      List<String> found =
          search
              .searchWithin(
                  directory.view(HERE), UUID.fromString(acme), typed, new Region("ES"), 20)
              .hits()
              .stream()
              .map(hit -> hit.contact().value().toString())
              .toList();
      assertEquals(List.of(ana), found, typed);
      assertFalse(found.contains(hidden));
    }
  }

  @Test
  void a_search_for_more_begins_with_the_same_ones() {
    for (int i = 0; i < 5; i++) {
      add("Ana", null, "Ruiz");
      add("Anabel", "Eva", "Ruiz");
      add("Zoe", null, "Ana Ruiz");
    }

    for (String typed : List.of("ana", "an ru", "ruiz ana")) {
      List<SearchHit> all = hits(typed);
      for (int size = 1; size < 15; size++) {
        assertEquals(
            all.subList(0, size),
            search.search(directory.view(HERE), typed, new Region("ES"), size).hits(),
            typed);
      }
    }
  }

  @Test
  void a_full_page_says_that_there_may_be_more() {
    for (int i = 0; i < 4; i++) {
      add("Ana", null, "Ruiz");
    }

    assertFalse(search.search(directory.view(HERE), "ana", new Region("ES"), 3).isComplete());
    assertTrue(search.search(directory.view(HERE), "ana", new Region("ES"), 4).isComplete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "%",
        "_",
        "\\",
        "' or 1=1 --",
        "\u0000",
        "@",
        "+",
        "()",
        "🙂",
        "a%",
        "b_rta"
      })
  void odd_texts_find_nobody_and_break_nothing(String typed) {
    add("Berta", null, "Lopez");

    assertEquals(List.of(), found(typed));
  }

  @Test
  void a_text_of_any_length_is_answered() {
    String berta = add("Berta", null, "Lopez");

    assertEquals(List.of(berta), found("berta lopez " + " ".repeat(5_000)));
    assertEquals(List.of(), found("berta x ".repeat(1_000)));
    assertEquals(List.of(), found("9".repeat(5_000)));
  }

  private String add(String first, @Nullable String middle, String last) {
    var contact = directory.contact(first + " " + last).in(HERE);
    contact.with("firstName", "\"" + first + "\"").with("lastName", "\"" + last + "\"");
    return (middle == null ? contact : contact.with("middleName", "\"" + middle + "\"")).add();
  }

  private List<String> found(String typed) {
    return hits(typed).stream().map(hit -> hit.contact().value().toString()).toList();
  }

  private Optional<Reason> reason(String typed, String contact) {
    return hits(typed).stream()
        .filter(hit -> hit.contact().value().toString().equals(contact))
        .map(SearchHit::reason)
        .findFirst();
  }

  private List<SearchHit> hits(String typed) {
    return search.search(directory.view(HERE), typed, new Region("ES"), 20).hits();
  }
}
