package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `postExternalcontactsContactsSearch`
@QuarkusTest
@Tag("oldest-postgres")
class SearchByBodyTest extends FeatureTest {
  private static final String PATH = CONTACTS + "/search";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"operation\": {}}",
        "{\"operation\": {\"simpleSearch\": {\"query\": \"\", \"sortOrder\": [], \"ids\": []}}}"
      })
  void without_a_query_everybody_is_found_by_last_name(String body) {
    directory.contact("Luis Ruiz").add();
    directory.contact("Ana Moreno").add();

    assertEquals(List.of("Moreno", "Ruiz"), lastNames(body));
  }

  @Test
  void words_find_contacts_as_in_the_list() {
    directory.contact("Luis Ruiz").add();
    directory.contact("Ana Moreno").add();

    assertEquals(List.of("Ruiz"), lastNames(simple("\"query\": \"ruiz\"")));
    assertEquals(List.of(), lastNames(simple("\"query\": \"nobody\"")));
  }

  @Test
  void ids_find_these_contacts_only() {
    String luis = directory.contact("Luis Ruiz").add();
    String ana = directory.contact("Ana Moreno").add();
    directory.contact("Eva Soto").add();
    String ids = "\"ids\": [\"%s\", \"%s\", \"%s\"]".formatted(luis, ana, luis);

    assertEquals(List.of("Ruiz", "Moreno"), lastNames(simple(ids)));
    assertEquals(
        List.of("Moreno", "Ruiz"), lastNames(simple(ids + ", \"sortOrder\": [\"lastName\"]")));
    assertEquals(List.of("Ruiz"), lastNames(simple(ids + ", \"query\": \"ruiz\"")));
    assertEquals(List.of(), lastNames(simple(ids + ", \"query\": \"soto\"")));
    directory
        .asAdmin()
        .post(PATH, "{\"pageSize\": 1, \"pageNumber\": 2, " + simple(ids).substring(1))
        .answers(200)
        .holds("/entities/0/id", "\"" + ana + "\"")
        .holds("/total", "2")
        .holds("/pageCount", "2")
        .holds("/partialResults", "false");
  }

  @Test
  void of_several_orders_the_first_counts_most() {
    directory.contact("Luis Ruiz").with("title", "\"Buyer\"").add();
    directory.contact("Ana Ruiz").with("title", "\"Clerk\"").add();
    directory.contact("Eva Ruiz").with("title", "\"Buyer\"").add();

    assertEquals(
        List.of("Ana", "Luis", "Eva"),
        directory
            .asAdmin()
            .post(
                PATH,
                simple("\"query\": \"ruiz\", \"sortOrder\": [\"title:desc\", \"firstName:desc\"]"))
            .answers(200)
            .each("/entities", "/firstName"));
    directory
        .asAdmin()
        .post(PATH, simple("\"sortOrder\": [\"title:desc\", \"firstName:desc\"]"))
        .refuses(400, "invalid.value", "operation.simpleSearch.sortOrder", "too.many");
  }

  @Test
  void what_is_asked_for_is_expanded() {
    directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();

    directory
        .asAdmin()
        .post(PATH, "{\"expand\": [\"identifiers\"], \"divisionIds\": [\"*\"]}")
        .answers(200)
        .holds("/entities/0/identifiers/0/value", "\"ana@ruiz.example\"");
  }

  @Test
  void contacts_outside_the_agents_divisions_stay_hidden() {
    String legal = directory.contact("Ana Ruiz").in("Legal").add();
    directory.contact("Luis Ruiz").in("Billing").add();
    var agent = api.as(directory.agentIn("Billing"));

    for (String simple : List.of("\"query\": \"ana\"", "\"ids\": [\"" + legal + "\"]")) {
      assertEquals(
          List.of(), agent.post(PATH, simple(simple)).answers(200).each("/entities", "/firstName"));
    }
    assertEquals(
        List.of("Luis"), agent.post(PATH, "{}").answers(200).each("/entities", "/firstName"));
    agent
        .post(PATH, "{\"divisionIds\": [\"" + directory.division("Legal").wireId() + "\"]}")
        .refuses(400, "invalid.value", "divisionIds", "invalid.value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"pageSize": 101}                                            | pageSize | invalid.value
          {"pageSize": "ten"}                                          | pageSize | wrong.type
          {"pageSize": 100, "pageNumber": 11}                          | pageNumber | invalid.value
          {"expand": ["shoes"]}                                        | expand | invalid.value
          {"expand": [null]}                                           | expand | invalid.value
          {"operation": {"simpleSearch": {"sortOrder": ["shoe:asc"]}}} | sortOrder | invalid.value
          {"operation": {"simpleSearch": {"ids": ["x"]}}}              | operation.simpleSearch.ids[0] | invalid.value
          {"operation": {"simpleSearch": {"ids": [null]}}}             | operation.simpleSearch.ids | invalid.value
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    directory.asAdmin().post(PATH, body).refuses(400, "invalid.value", field, rule);
  }

  @Test
  void what_is_too_much_or_missing_is_refused() {
    String ids =
        IntStream.range(0, 101)
            .mapToObj(i -> "\"019ab0f6-7c00-7000-8000-%012d\"".formatted(i))
            .collect(Collectors.joining(","));

    directory
        .asAdmin()
        .post(PATH, simple("\"ids\": [" + ids + "]"))
        .refuses(400, "invalid.value", "operation.simpleSearch.ids", "too.many");
    directory.asAdmin().post(PATH, "").refuses(400, "invalid.value", "body", "required");
  }

  private List<String> lastNames(String body) {
    return directory.asAdmin().post(PATH, body).answers(200).each("/entities", "/lastName");
  }

  private static String simple(String fields) {
    return "{\"operation\": {\"simpleSearch\": {" + fields + "}}}";
  }
}
