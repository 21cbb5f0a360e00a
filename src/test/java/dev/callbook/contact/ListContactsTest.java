package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `getExternalcontactsContacts`, `getExternalcontactsOrganizationContacts`
@QuarkusTest
@Tag("oldest-postgres")
class ListContactsTest extends FeatureTest {
  @Test
  void a_page_names_its_neighbours_by_relative_addresses() {
    List.of("Ana Ruiz", "Luis Ruiz", "Eva Sanz").forEach(name -> directory.contact(name).add());

    directory
        .asAdmin()
        .get(CONTACTS + "?pageSize=1&pageNumber=2&sortOrder=lastName:desc&expand=division")
        .answers(200, "second-page.response.json");
  }

  @Test
  void an_empty_directory_is_an_empty_page() {
    directory.asAdmin().get(CONTACTS).answers(200, "empty-page.response.json");
  }

  @ParameterizedTest
  @CsvSource({
    "lastName, Zoe Arias|Eva Ñíguez|Ana Ruiz|Bea Ruiz",
    "lastName:asc, Zoe Arias|Eva Ñíguez|Ana Ruiz|Bea Ruiz",
    "firstName:desc, Zoe Arias|Eva Ñíguez|Bea Ruiz|Ana Ruiz",
    "firstName:asc, Ana Ruiz|Bea Ruiz|Eva Ñíguez|Zoe Arias",
  })
  void sorting_goes_by_the_names(String sortOrder, String expected) {
    List.of("Eva Ñíguez", "Bea Ruiz", "Zoe Arias", "Ana Ruiz")
        .forEach(name -> directory.contact(name).add());

    var page = directory.asAdmin().get(CONTACTS + "?sortOrder={}", sortOrder).answers(200);
    // Accents do not count: Ñíguez comes before Ruiz.
    assertEquals(expected, String.join("|", names(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"middleName:asc", "title:desc", ""})
  void the_other_orders_are_understood(String sortOrder) {
    directory.contact("Ana Ruiz").add();

    directory
        .asAdmin()
        .get(CONTACTS + "?sortOrder={}", sortOrder)
        .answers(200)
        .holds("/total", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "sortOrder=favouriteColour, sortOrder",
    "sortOrder=lastName:up, sortOrder",
    "pageSize=101, pageSize",
    "pageSize=-1, pageSize",
    "pageSize=x, pageSize",
    "pageNumber=0, pageNumber",
    "pageNumber=1.5, pageNumber",
    "pageNumber=99999999999, pageNumber",
    "pageSize=100&pageNumber=11, pageNumber",
    "divisionIds=nowhere, divisionIds",
    "expand=everything, expand",
  })
  void what_is_malformed_is_refused_by_its_name(String query, String field) {
    directory
        .asAdmin()
        .get(CONTACTS + "?" + query)
        .refuses(400, "invalid.value", field, "invalid.value");
  }

  @Test
  void empty_values_are_absent() {
    directory.contact("Ana Ruiz").add();

    directory
        .asAdmin()
        .get(CONTACTS + "?q=&pageSize=&pageNumber=&sortOrder=&expand=&divisionIds=")
        .answers(200)
        .holds("/total", "1")
        .holds("/pageSize", "20")
        .holds("/pageNumber", "1");
  }

  @Test
  void a_list_ends_at_a_thousand_and_says_that_there_are_more() {
    addMany(1_001);

    var last = directory.asAdmin().get(CONTACTS + "?pageSize=100&pageNumber=10").answers(200);

    last.holds("/total", "1000")
        .holds("/partialResults", "true")
        .holds("/pageCount", "10")
        .lacks("/nextUri")
        .holds("/lastUri", "\"" + CONTACTS + "?pageSize=100&pageNumber=10\"");
    assertEquals(100, last.at("/entities").size());
  }

  @Test
  void following_the_next_page_reads_everyone_once() {
    addMany(45);

    List<String> read = new ArrayList<>();
    String next = CONTACTS + "?pageSize=10";
    while (!next.isEmpty()) {
      Answer page = directory.asAdmin().get(next).answers(200);
      read.addAll(page.each("/entities", "/id"));
      next = page.text("/nextUri");
    }

    assertEquals(45, read.size());
    assertEquals(45, new HashSet<>(read).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ruiz", "ana ru", "ru an", "an"})
  void the_pages_of_a_search_hold_everyone_once(String q) {
    addMany(45);

    List<String> read = new ArrayList<>();
    String next = CONTACTS + "?pageSize=10&q=" + q.replace(" ", "+");
    while (!next.isEmpty()) {
      Answer page = directory.asAdmin().get(next).answers(200);
      read.addAll(page.each("/entities", "/id"));
      next = page.text("/nextUri");
    }

    assertEquals(45, read.size());
    assertEquals(45, new HashSet<>(read).size());
  }

  @Test
  void a_search_can_be_sorted() {
    List.of("Eva Ruiz", "Zoe Arias", "Ana Sanz", "Bea Ruiz")
        .forEach(name -> directory.contact(name).workEmail("x@acme.example").add());

    var page =
        directory
            .asAdmin()
            .get(CONTACTS + "?q=@acme&sortOrder=lastName:desc&pageSize=2&pageNumber=2");

    assertEquals(List.of("Bea Ruiz", "Zoe Arias"), names(page.answers(200)));
  }

  @Test
  void agents_see_their_divisions_and_the_starred_one() {
    directory.contact("Ana Ruiz").in("Billing").add();
    directory.contact("Luis Ruiz").in("Legal").add();
    directory.contact("Eva Sanz").add();

    var page = api.as(directory.agentIn("Billing")).get(CONTACTS).answers(200);

    assertEquals(List.of("Ana Ruiz", "Eva Sanz"), names(page));
    page.holds("/total", "2");
  }

  @Test
  void divisions_filter_in_both_list_forms() {
    directory.contact("Ana Ruiz").in("Billing").add();
    directory.contact("Luis Ruiz").in("Legal").add();
    directory.contact("Eva Sanz").in("Sales").add();
    String billing = directory.division("Billing").wireId();
    String legal = directory.division("Legal").wireId();

    for (String query :
        List.of("divisionIds=%s,%s", "divisionIds=%s&divisionIds=%s", "divisionIds=%s%%2C %s")) {
      var page =
          directory
              .asAdmin()
              .get(CONTACTS + "?" + query.formatted(billing, legal).replace(" ", "%20"))
              .answers(200);
      assertEquals(List.of("Ana Ruiz", "Luis Ruiz"), names(page), query);
    }
  }

  @Test
  void more_than_fifty_divisions_are_refused() {
    String many = IntStream.range(0, 51).mapToObj(i -> "d" + i).collect(Collectors.joining(","));

    directory
        .asAdmin()
        .get(CONTACTS + "?divisionIds=" + many)
        .refuses(400, "invalid.value", "divisionIds", "too.many");
  }

  @Test
  void a_division_that_is_not_the_agents_cannot_be_filtered_by() {
    String legal = directory.division("Legal").wireId();

    api.as(directory.agentIn("Billing"))
        .get(CONTACTS + "?divisionIds=" + legal)
        .refuses(400, "invalid.value", "divisionIds", "invalid.value");
  }

  @Test
  void an_organizations_people_are_listed_under_it() {
    String ruiz = directory.organization("Ruiz y Hermanos").add();
    directory.contact("Ana Ruiz").at(ruiz).add();
    directory.contact("Eva Sanz").add();
    directory.contact("Luis Ruiz").at(ruiz).in("Legal").add();

    var page = api.as(directory.agentIn("Billing")).get(ORGANIZATIONS + "/{}/contacts", ruiz);

    page.answers(200).holds("/total", "1");
    assertEquals(List.of("Ana Ruiz"), names(page));
    for (String q : List.of("ana", "ruis")) {
      var search =
          api.as(directory.agentIn("Billing"))
              .get(ORGANIZATIONS + "/{}/contacts?q={}&pageSize=1", ruiz, q);
      assertEquals(List.of("Ana Ruiz"), names(search.answers(200)));
    }
    assertTrue(page.text("/selfUri").startsWith(ORGANIZATIONS + "/" + ruiz + "/contacts?"));
  }

  private void addMany(int count) {
    for (int start = 0; start < count; start += 100) {
      String batch =
          IntStream.range(start, Math.min(count, start + 100))
              .mapToObj(i -> "{\"firstName\": \"Ana%d\", \"lastName\": \"Ruiz\"}".formatted(i))
              .collect(Collectors.joining(","));
      directory
          .asAdmin()
          .post(BULK + "/contacts/add", "{\"entities\": [" + batch + "]}")
          .answers(200)
          .holds("/errorCount", "0");
    }
  }

  private static List<String> names(Answer page) {
    return page.at("/entities")
        .valueStream()
        .map(
            contact -> contact.path("firstName").asText() + " " + contact.path("lastName").asText())
        .toList();
  }
}
