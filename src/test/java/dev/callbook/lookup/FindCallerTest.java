package dev.callbook.lookup;

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

/// `getExternalcontactsReversewhitepageslookup`
@QuarkusTest
@Tag("oldest-postgres")
class FindCallerTest extends FeatureTest {
  @Test
  void a_number_two_contacts_share_finds_both() {
    var agent = directory.agentIn("Billing");
    directory.contact("Ana Ruiz").in("Billing").workPhone("+34 911 23 45 67").add();
    directory.contact("Luis Ruiz").in("Billing").cellPhone("0034911234567").add();

    api.as(agent).get(LOOKUP, "+34911234567").answers(200, "two-contacts.response.json");
  }

  @Test
  void contacts_outside_the_agents_divisions_stay_hidden() {
    var agent = directory.agentIn("Billing");
    directory.contact("Ana Ruiz").in("Legal").workPhone("+34911234567").add();

    api.as(agent).get(LOOKUP, "+34911234567").answers(200, "no-contacts.response.json");
  }

  @Test
  void contacts_of_another_organization_of_ours_stay_hidden() {
    newDirectory("Theirs").contact("Ana Ruiz").workPhone("+34911234567").add();

    api.as(directory.admin()).get(LOOKUP, "+34911234567").answers(200, "no-contacts.response.json");
  }

  @Test
  void contacts_tied_to_no_division_are_found_by_everyone() {
    String ana = directory.contact("Ana Ruiz").workPhone("+34911234567").add();

    var found = api.as(directory.agentIn("Billing")).get(LOOKUP, "+34911234567").answers(200);
    assertEquals(List.of(ana), found.each("/contacts", "/id"));
  }

  @ParameterizedTest
  @CsvSource({
    "+34 911 23 45 67, +34911234567",
    "+34 911 23 45 67, +34 911-234-567",
    "+34 911 23 45 67, 0034911234567",
    "(415) 555-2671, +14155552671",
    "+52 55 1234 5678, +5215512345678",
    "+55 11 98765 4321, +551187654321",
  })
  void one_number_is_found_in_every_way_it_is_written(String kept, String dialled) {
    String id = directory.contact("Ana Ruiz").workPhone(kept).add();

    var found = directory.asAdmin().get(LOOKUP, dialled).answers(200);
    assertEquals(List.of(id), found.each("/contacts", "/id"), dialled);
  }

  @Test
  void a_plus_that_nobody_encoded_is_still_a_plus() {
    String id = directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();

    var found =
        directory
            .asAdmin()
            .get("/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=+34911234567")
            .answers(200);
    assertEquals(List.of(id), found.each("/contacts", "/id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"911234567", "+3491123456", "34567", "+349112345678"})
  void a_part_of_a_number_is_not_the_number(String dialled) {
    directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();

    directory.asAdmin().get(LOOKUP, dialled).answers(200, "no-contacts.response.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@ruiz.example", "ANA@Ruiz.Example", " ana@ruiz.example "})
  void an_email_is_found_whatever_its_case(String address) {
    String id = directory.contact("Ana Ruiz").workEmail("Ana@ruiz.example").add();

    var found = directory.asAdmin().get(LOOKUP, address).answers(200);
    assertEquals(List.of(id), found.each("/contacts", "/id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anaruiz", "@AnaRuiz"})
  void a_screen_name_is_found(String name) {
    String id =
        directory.contact("Ana Ruiz").with("twitterId", "{\"screenName\": \"@anaruiz\"}").add();

    var found = directory.asAdmin().get(LOOKUP, name).answers(200);
    assertEquals(List.of(id), found.each("/contacts", "/id"));
  }

  @Test
  void at_most_twenty_five_are_shown() {
    String many =
        IntStream.range(0, 26)
            .mapToObj(i ->
                """
                {"firstName": "Ana%d", "lastName": "Ruiz", "workPhone": {"display": "+34911234567"}}
                """
                    .formatted(i))
            .collect(Collectors.joining(","));
    directory
        .asAdmin()
        .post(BULK + "/contacts/add", "{\"entities\": [" + many + "]}")
        .answers(200)
        .holds("/errorCount", "0");

    var found = directory.asAdmin().get(LOOKUP, "+34911234567").answers(200);
    assertEquals(25, found.at("/contacts").size());
  }

  @Test
  void the_contacts_organization_can_come_along() {
    String organization = directory.organization("Ruiz y Hermanos").add();
    directory.contact("Ana Ruiz").at(organization).workPhone("+34911234567").add();

    directory
        .asAdmin()
        .get(LOOKUP + "&expand=contacts.externalOrganization,division", "+34911234567")
        .answers(200, "with-organization.response.json");
  }

  @Test
  void a_search_can_be_narrowed_to_one_division() {
    directory.contact("Ana Ruiz").in("Legal").workPhone("+34911234567").add();
    String billing = directory.contact("Luis Ruiz").in("Billing").workPhone("+34911234567").add();
    String division = directory.division("Billing").wireId();

    var found =
        directory.asAdmin().get(LOOKUP + "&divisionId={}", "+34911234567", division).answers(200);
    assertEquals(List.of(billing), found.each("/contacts", "/id"));
    assertEquals(
        2,
        directory
            .asAdmin()
            .get(LOOKUP + "&divisionId=*", "+34911234567")
            .answers(200)
            .at("/contacts")
            .size());
    assertEquals(
        2,
        directory
            .asAdmin()
            .get(LOOKUP + "&divisionId=", "+34911234567")
            .answers(200)
            .at("/contacts")
            .size());
  }

  @Test
  void what_is_malformed_is_refused_by_its_name() {
    directory.asAdmin().get(LOOKUP, "").refuses(400, "invalid.value", "lookupVal", "required");
    directory
        .asAdmin()
        .get(LOOKUP + "&expand=everything", "+34911234567")
        .refuses(400, "invalid.value", "expand", "invalid.value");
    directory
        .asAdmin()
        .get(LOOKUP + "&divisionId=nowhere", "+34911234567")
        .refuses(400, "invalid.value", "divisionId", "invalid.value");
  }
}
