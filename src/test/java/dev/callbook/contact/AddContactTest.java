package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `postExternalcontactsContacts`
@QuarkusTest
@Tag("oldest-postgres")
class AddContactTest extends FeatureTest {
  private static final String ANA = "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"%s}";

  @Test
  void every_field_is_kept_and_shown() {
    String schema = directory.schemaOf(CONTACTS);
    var added =
        directory
            .asAdmin()
            .post(CONTACTS, Samples.following(Samples.CONTACT, schema, Samples.CUSTOM_FIELDS));

    added.answers(200, "every-field.response.json");
    assertEquals(added.json(), directory.asAdmin().get(CONTACTS + "/" + added.id()).json());
    assertEquals(1, directory.writesOf(added.id()));
  }

  @Test
  void first_and_last_name_are_enough() {
    directory.asAdmin().post(CONTACTS, ANA.formatted("")).answers(200, "names-only.response.json");
  }

  @ParameterizedTest
  @CsvSource({"firstName", "lastName"})
  void neither_name_may_be_missing_or_blank(String field) {
    String without = ANA.formatted("").replace("\"" + field, "\"middleName");
    String blank = without.replace("}", ", \"" + field + "\": \" \\t \"}");

    directory.asAdmin().post(CONTACTS, without).refuses(400, "invalid.value", field, "required");
    directory.asAdmin().post(CONTACTS, blank).refuses(400, "invalid.value", field, "required");
  }

  @Test
  void every_broken_rule_is_named_at_once() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            ANA.formatted(
                ", \"workEmail\": \"nobody\", \"externalSystemUrl\": \"ftp://x\", \"homePhone\":"
                    + " {\"display\": \"none\"}"))
        .refuses(400, "invalid.value", "workEmail", "invalid.value")
        .refuses(400, "invalid.value", "externalSystemUrl", "invalid.value")
        .refuses(400, "invalid.value", "homePhone.display", "invalid.value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "ana@", "@ruiz.example", "a b@ruiz.example", "a@b@c.example"})
  void an_email_that_is_none_is_refused_by_its_field(String address) {
    for (String field : new String[] {"workEmail", "personalEmail", "otherEmail"}) {
      directory
          .asAdmin()
          .post(CONTACTS, ANA.formatted(", \"" + field + "\": \"" + address + "\""))
          .refuses(400, "invalid.value", field, "invalid.value");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"crm", "ftp://crm.example", "http://", "javascript:alert(1)", "//crm.example"})
  void a_link_must_be_a_web_address(String link) {
    directory
        .asAdmin()
        .post(CONTACTS, ANA.formatted(", \"externalSystemUrl\": \"" + link + "\""))
        .refuses(400, "invalid.value", "externalSystemUrl", "invalid.value");
  }

  @Test
  void a_screen_name_holds_letters_digits_and_underscores() {
    directory
        .asAdmin()
        .post(CONTACTS, ANA.formatted(", \"twitterId\": {\"screenName\": \"ana ruiz\"}"))
        .refuses(400, "invalid.value", "twitterId.screenName", "invalid.value");
  }

  @Test
  void a_number_that_cannot_be_read_is_kept_as_it_was_typed() {
    directory
        .asAdmin()
        .post(CONTACTS, ANA.formatted(", \"workPhone\": {\"display\": \"ask for 1\"}"))
        .answers(200)
        .holds("/workPhone/display", "\"ask for 1\"")
        .holds("/workPhone/userInput", "\"ask for 1\"")
        .lacks("/workPhone/e164")
        .lacks("/workPhone/countryCode");
  }

  @Test
  void a_number_without_a_country_code_is_read_in_its_own_region_then_in_the_organizations() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            ANA.formatted(
                ", \"workPhone\": {\"display\": \"911 23 45 67\", \"normalizationCountryCode\":"
                    + " \"ES\"}, \"cellPhone\": {\"display\": \"415 555 2671\"}"))
        .answers(200)
        .holds("/workPhone/e164", "\"+34911234567\"")
        .holds("/workPhone/normalizationCountryCode", "\"ES\"")
        .holds("/cellPhone/e164", "\"+14155552671\"")
        .holds("/cellPhone/countryCode", "\"US\"");
  }

  @Test
  void text_messages_are_off_unless_switched_on() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            ANA.formatted(
                ", \"workPhone\": {\"display\": \"+34911234567\"}, \"cellPhone\": {\"display\":"
                    + " \"+34655234567\", \"acceptsSMS\": true}"))
        .answers(200)
        .holds("/workPhone/acceptsSMS", "false")
        .holds("/cellPhone/acceptsSMS", "true");
  }

  @Test
  void what_clients_cannot_set_is_ignored() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            ANA.formatted(
                """
                , "id": "019ab0f6-7c00-7000-8000-000000000001", "type": "Ephemeral", "version": 7,
                "createDate": "2020-01-01T00:00:00.000Z", "modifyDate": "2020-01-01T00:00:00Z",
                "selfUri": "/elsewhere", "favouriteColour": {"is": ["unknown", "here"]},
                "mergeSet": [{"id": "1"}], "canonicalContact": {"id": "1"},
                "workPhone": {"display": "+34911234567", "e164": "+1", "countryCode": "US", "userInput": "x"}
                """))
        .answers(200, "ignored-fields.response.json");
  }

  @Test
  void the_empty_lists_that_one_client_always_sends_are_nothing() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            ANA.formatted(
                """
                , "externalDataSources": [], "mergeSet": [], "identifiers": [], "externalIds": [],
                "appleOpaqueIds": [], "mergedFrom": []
                """))
        .answers(200, "names-only.response.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T08:00:00Z",
        "2026-01-31T08:00:00.1Z",
        "2026-01-31T08:00:00.123Z",
        "2026-01-31T09:00:00+01:00"
      })
  void dates_are_read_in_every_form_that_clients_send(String date) {
    directory
        .asAdmin()
        .post(CONTACTS, ANA.formatted(", \"createDate\": \"" + date + "\""))
        .answers(200);
  }

  @Test
  void blanks_around_are_trimmed() {
    directory
        .asAdmin()
        .post(CONTACTS, "{\"firstName\": \"  Ana \", \"lastName\": \"\\tRuiz\\n\"}")
        .answers(200)
        .holds("/firstName", "\"Ana\"")
        .holds("/lastName", "\"Ruiz\"");
  }

  @Test
  void the_division_is_the_one_named() {
    String billing = directory.division("Billing").wireId();

    api.as(directory.agentIn("Billing"))
        .post(CONTACTS, directory.contact("Ana Ruiz").in("Billing").json())
        .answers(200)
        .holds("/division/id", "\"" + billing + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "019ab0f6-7c00-7000-8000-000000000001"})
  void an_unknown_division_is_refused(String division) {
    directory
        .asAdmin()
        .post(CONTACTS, ANA.formatted(", \"division\": {\"id\": \"" + division + "\"}"))
        .refuses(400, "invalid.value", "division.id", "invalid.value");
  }

  @Test
  void a_division_that_is_not_the_agents_is_refused_as_an_unknown_one_is() {
    var agent = directory.agentIn("Billing");
    String known =
        api.as(agent)
            .post(CONTACTS, directory.contact("Ana Ruiz").in("Legal").json())
            .refuses(400, "invalid.value", "division.id", "invalid.value")
            .text("/message");

    String unknown =
        api.as(agent)
            .post(CONTACTS, ANA.formatted(", \"division\": {\"id\": \"nowhere\"}"))
            .text("/message");
    assertEquals(unknown, known);
  }

  @Test
  void an_organization_outside_the_agents_divisions_is_refused() {
    String theirs = directory.organization("Ruiz y Hermanos").in("Legal").add();

    api.as(directory.agentIn("Billing"))
        .post(CONTACTS, directory.contact("Ana Ruiz").at(theirs).json())
        .refuses(400, "invalid.value", "externalOrganization.id", "unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"Ana\"", "{", "{\"firstName\": \"Ana\"} {}"})
  void a_body_that_is_no_contact_is_refused(String body) {
    directory.asAdmin().post(CONTACTS, body).refuses(400, "invalid.value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "firstName": 1                              | firstName
          "firstName": ["Ana"]                        | firstName
          "surveyOptOut": "yes"                       | surveyOptOut
          "workPhone": "911"                          | workPhone
          "workPhone": {"extension": "x"}             | workPhone.extension
          "phoneNumbers": {"display": "911"}          | phoneNumbers
          "createDate": "yesterday"                   | createDate
          "address": []                               | address
          """)
  void a_value_of_the_wrong_type_is_refused_by_its_field(String json, String field) {
    directory
        .asAdmin()
        .post(CONTACTS, "{" + json + "}")
        .refuses(400, "invalid.value", field, "wrong.type");
  }

  @Test
  void a_broken_rule_writes_nothing() {
    directory.asAdmin().post(CONTACTS, ANA.formatted(", \"workEmail\": \"x\"")).answers(400);

    directory.asAdmin().get(CONTACTS).answers(200).holds("/total", "0");
  }

  @Test
  void an_external_id_of_an_unknown_source_is_refused() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"externalIds\": [{\"value\": \"7\","
                + " \"externalSource\": {\"id\": \"019ab0f6-7c00-7000-8000-000000000001\"}}]}")
        .refuses(400, "invalid.value", "externalIds", "unknown");
  }
}
