package dev.callbook.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `getExternalcontactsOrganization`, `…Organizations`, and their `post`, `put`, `patch`, `delete`
@QuarkusTest
@Tag("oldest-postgres")
class OrganizationTest extends FeatureTest {
  /// Every field, custom ones too.
  private String whole() {
    return Samples.following(
        Samples.ORGANIZATION, directory.schemaOf(ORGANIZATIONS), Samples.CUSTOM_FIELDS);
  }

  @Test
  void every_field_is_kept_and_shown() {
    var added = directory.asAdmin().post(ORGANIZATIONS, whole());

    added.answers(200, "every-field.response.json");
    assertEquals(added.json(), directory.asAdmin().get(ORGANIZATIONS + "/" + added.id()).json());
    assertEquals(1, directory.writesOf(added.id()));
  }

  @Test
  void a_name_is_mandatory() {
    directory
        .asAdmin()
        .post(ORGANIZATIONS, "{\"industry\": \"Machining\"}")
        .refuses(400, "invalid.value", "name", "required");
    directory
        .asAdmin()
        .post(ORGANIZATIONS, "{\"name\": \"  \"}")
        .refuses(400, "invalid.value", "name", "required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "externalSystemUrl": "ftp://x"             | externalSystemUrl      | invalid.value
          "phoneNumber": {"display": "none"}         | phoneNumber.display    | invalid.value
          "employeeCount": -1                        | employeeCount          | invalid.value
          "employeeCount": "many"                    | employeeCount          | wrong.type
          "tickers": [{"symbol": "A"}]               | tickers[0].exchange    | required
          "twitterId": {"screenName": "a b"}         | twitterId.screenName   | invalid.value
          "tags": "metal"                            | tags                   | wrong.type
          "division": {"id": "nowhere"}              | division.id            | invalid.value
          """)
  void a_broken_rule_is_named(String json, String field, String rule) {
    directory
        .asAdmin()
        .post(ORGANIZATIONS, "{\"name\": \"Ruiz\", " + json + "}")
        .refuses(400, "invalid.value", field, rule);
  }

  @Test
  void replacing_empties_what_is_not_sent() {
    String id = directory.asAdmin().post(ORGANIZATIONS, whole()).id();

    directory
        .asAdmin()
        .put(ORGANIZATIONS + "/" + id, "{\"name\": \"Talleres\", \"externalIds\": []}")
        .answers(200, "replaced.response.json");
  }

  @Test
  void the_division_is_fixed() {
    String id = directory.organization("Ruiz y Hermanos").in("Billing").add();
    String legal = directory.division("Legal").wireId();

    directory
        .asAdmin()
        .put(
            ORGANIZATIONS + "/" + id,
            "{\"name\": \"Ruiz\", \"division\": {\"id\": \"" + legal + "\"}}")
        .refuses(400, "invalid.value", "division.id", "fixed");
  }

  @Test
  void the_version_that_was_read_guards_against_overwriting() {
    String path = ORGANIZATIONS + "/" + directory.organization("Ruiz").add();
    directory.asAdmin().put(path, "{\"name\": \"Ruiz 2\", \"version\": 1}").answers(200);

    directory
        .asAdmin()
        .put(path, "{\"name\": \"Ruiz 3\", \"version\": 1}")
        .refuses(409, "general.conflict", "version", "outdated");
  }

  @Test
  void single_fields_can_be_changed() {
    String path =
        ORGANIZATIONS + "/" + directory.organization("Ruiz").with("tags", "[\"a\"]").add();

    directory
        .asAdmin()
        .patch(
            path,
            """
            {"changes": [{"field": "$.tags", "action": "AppendToCollection", "value": ["b", "c"]},
                         {"field": "$.address.city", "action": "Update", "value": "Eibar"}]}
            """)
        .answers(200)
        .holds("/tags", "[\"a\", \"b\", \"c\"]")
        .holds("/address", "{\"city\": \"Eibar\"}");
    directory
        .asAdmin()
        .patch(path, "{\"changes\": [{\"field\": \"$.name\", \"action\": \"Remove\"}]}")
        .refuses(400, "invalid.value", "name", "required");
  }

  @Test
  void what_was_read_can_be_sent_back_and_changes_nothing() {
    String id = directory.asAdmin().post(ORGANIZATIONS, whole()).id();
    String path = ORGANIZATIONS + "/" + id;
    var read =
        directory
            .asAdmin()
            .get(path + "?expand=division,identifiers,externalDataSources&includeTrustors=true");

    directory.asAdmin().put(path, read.answers(200).body()).answers(200).holds("/version", "1");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void a_page_names_its_neighbours_by_relative_addresses() {
    List.of("Arias", "Ruiz", "Sanz").forEach(name -> directory.organization(name).add());

    directory
        .asAdmin()
        .get(ORGANIZATIONS + "?pageSize=1&pageNumber=2&sortOrder=name:desc")
        .answers(200, "second-page.response.json");
  }

  @ParameterizedTest
  @CsvSource({"name:asc", "companyType:desc", "industry", "''"})
  void the_orders_are_understood(String sortOrder) {
    directory.organization("Ruiz").add();

    directory
        .asAdmin()
        .get(ORGANIZATIONS + "?q=&sortOrder={}", sortOrder)
        .answers(200)
        .holds("/total", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "acme, Acme Nova|Banco Acme",
    "ACM, Acme Nova|Banco Acme",
    "nova, Acme Nova|Nova",
    "nova acme, Acme Nova",
    "ac no, Acme Nova",
    "banko akme, Banco Acme",
    "nov, Acme Nova|Nova",
    "'%', ''",
    "zzz, ''",
  })
  void names_are_searched_by_any_of_their_words(String q, String expected) {
    List.of("Nova", "Banco Acme", "Ruiz", "Acme Nova")
        .forEach(name -> directory.organization(name).add());
    directory.organization("Acme Nova").in("Legal").add();

    var page = api.as(directory.agentIn("Billing")).get(ORGANIZATIONS + "?q={}", q).answers(200);

    assertEquals(expected, String.join("|", page.each("/entities", "/name")));
  }

  @Test
  void a_search_is_sorted_and_paged_like_the_list() {
    List.of("Acme A", "B Acme", "Acme C", "D Acme")
        .forEach(name -> directory.organization(name).add());

    var page =
        directory
            .asAdmin()
            .get(ORGANIZATIONS + "?q=acme&sortOrder=name:desc&pageSize=2&pageNumber=2");

    page.answers(200).holds("/total", "4");
    assertEquals(List.of("Acme C", "Acme A"), page.each("/entities", "/name"));
    directory
        .asAdmin()
        .get(ORGANIZATIONS + "?q=acme&pageSize=2&pageNumber=3")
        .answers(200)
        .holds("/total", "4");
  }

  @Test
  void agents_see_their_divisions_and_the_starred_one() {
    directory.organization("Arias").in("Billing").add();
    directory.organization("Ruiz").in("Legal").add();
    directory.organization("Sanz").add();

    var page = api.as(directory.agentIn("Billing")).get(ORGANIZATIONS).answers(200);

    assertEquals(List.of("Arias", "Sanz"), page.each("/entities", "/name"));
  }

  @Test
  void a_removed_organization_is_gone_and_its_people_stay() {
    String ruiz = directory.organization("Ruiz").add();
    String ana = directory.contact("Ana Ruiz").at(ruiz).add();

    directory.asAdmin().delete(ORGANIZATIONS + "/" + ruiz).answers(200).holds("", "{}");

    directory.asAdmin().get(ORGANIZATIONS + "/" + ruiz).answers(404);
    directory
        .asAdmin()
        .get(CONTACTS + "/" + ana + "?expand=externalOrganization")
        .answers(200)
        .lacks("/externalOrganization");
  }

  @Test
  void several_at_once_answer_each_for_itself() {
    directory
        .asAdmin()
        .post(
            BULK + "/organizations/add",
            "{\"entities\": [{\"name\": \"Ruiz\"}, {\"industry\": \"x\"}]}")
        .answers(200, "bulk-add.response.json");
    String legal = directory.organization("Sanz").in("Legal").add();
    String body = "{\"entities\": [{\"id\": \"" + legal + "\", \"name\": \"X\"}]}";
    var billing = directory.everythingIn("Billing");

    for (String operation : List.of("", "/update", "/remove")) {
      api.as(billing)
          .post(BULK + "/organizations" + operation, body)
          .answers(200)
          .holds("/results/0/status", "404");
    }
    assertEquals(1, directory.writesOf(legal));
    directory
        .asAdmin()
        .post(BULK + "/organizations/update", body)
        .answers(200)
        .holds("/results/0/entity/name", "\"X\"");
    directory
        .asAdmin()
        .post(BULK + "/organizations/remove", body)
        .answers(200)
        .holds("/errorCount", "0");
  }
}
