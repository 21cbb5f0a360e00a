package dev.callbook.lookup;

import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `postExternalcontactsIdentifierlookup`, `…Contacts`, `…Organizations`
@QuarkusTest
@Tag("oldest-postgres")
class IdentifyTest extends FeatureTest {
  private static final String PATH = "/api/v2/externalcontacts/identifierlookup";

  @ParameterizedTest
  @CsvSource({
    "Phone, +34944234567",
    "Phone, '+34 944 23 45 67'",
    "Email, INES@etxeberria.example",
    "SocialTwitter, inesetx",
    "SocialTwitter, @inesetx",
    "SocialLine, U4af4980629",
    "SocialFacebook, f-7",
    "SocialInstagram, i-7",
    "SocialWhatsapp, +34655234567",
    "SocialWhatsapp, 34655234567",
    "AppleOpaqueId, apple-1",
  })
  void each_kind_of_identifier_finds_its_contact(String type, String value) {
    String id = directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200).id();
    String body = "{\"type\": \"%s\", \"value\": \"%s\"}".formatted(type, value);

    directory
        .asAdmin()
        .post(PATH + "/contacts?expand=identifiers,division", body)
        .answers(200)
        .holds("/id", "\"" + id + "\"");
    directory.asAdmin().post(PATH, body).answers(200).holds("/id", "\"" + id + "\"");
  }

  @ParameterizedTest
  @CsvSource({"Phone, +34944234568", "Email, x@y.example", "Cookie, abc", "SocialWhatsappBsuid, a"})
  void an_identifier_of_nobody_is_not_found(String type, String value) {
    directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200);

    directory
        .asAdmin()
        .post(PATH + "/contacts", "{\"type\": \"%s\", \"value\": \"%s\"}".formatted(type, value))
        .refuses(404, "not.found");
  }

  @Test
  void of_several_contacts_the_oldest_answers() {
    String ana = directory.contact("Ana Ruiz").workEmail("info@ruiz.example").add();
    directory.contact("Luis Ruiz").workEmail("info@ruiz.example").add();

    directory
        .asAdmin()
        .post(PATH + "/contacts", "{\"type\": \"Email\", \"value\": \"info@ruiz.example\"}")
        .answers(200)
        .holds("/id", "\"" + ana + "\"");
  }

  @Test
  void contacts_outside_the_agents_divisions_stay_hidden() {
    directory.contact("Ana Ruiz").in("Legal").workEmail("ana@ruiz.example").add();

    api.as(directory.agentIn("Billing"))
        .post(PATH + "/contacts", "{\"type\": \"Email\", \"value\": \"ana@ruiz.example\"}")
        .refuses(404, "not.found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type": "Phone", "value": "944234567"}     | value             | invalid.value
          {"type": "Phone"}                           | value             | required
          {"type": "Fax", "value": "1"}               | type              | invalid.value
          {"value": "1"}                              | type              | invalid.value
          {"type": "ExternalId", "value": "7"}        | externalSource.id | required
          {"type": "ExternalId", "value": "7", "externalSource": {"id": "x"}} | externalSource.id | invalid.value
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    directory.asAdmin().post(PATH + "/contacts", body).refuses(400, "invalid.value", field, rule);
  }

  @Test
  void organizations_are_identified_by_external_ids_only() {
    directory
        .asAdmin()
        .post(PATH + "/organizations", "{\"type\": \"Email\", \"value\": \"x@y.example\"}")
        .refuses(400, "invalid.value", "type", "invalid.value");
    directory
        .asAdmin()
        .post(
            PATH + "/organizations",
            "{\"type\": \"ExternalId\", \"value\": \"7\", \"externalSource\": {\"id\": \"019ab0f6-7c00-7000-8000-000000000001\"}}")
        .refuses(404, "not.found");
  }
}
