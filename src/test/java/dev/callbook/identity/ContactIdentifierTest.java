package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `getExternalcontactsContactIdentifiers`, `patchExternalcontactsContactIdentifiers`
@QuarkusTest
@Tag("oldest-postgres")
class ContactIdentifierTest extends FeatureTest {
  private static final String FIND = "/api/v2/externalcontacts/identifierlookup/contacts";
  private static final String COOKIE = identifier("Cookie", "C-1");
  private static final String EMAIL = identifier("Email", "info@ruiz.example");

  @Test
  void a_contact_holds_what_its_fields_say() {
    String id = directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200).id();

    directory.asAdmin().get(path(id)).answers(200, "identifiers.response.json");
  }

  @Test
  void a_contact_without_fields_to_know_it_by_holds_nothing() {
    String id = directory.contact("Ana Ruiz").add();

    directory.asAdmin().get(path(id)).answers(200).holds("", "{\"entities\": []}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Phone               | +34 911 23 45 67      | +34911234567
          Email               | Ana@Ruiz.example      | ana@ruiz.example
          SocialTwitter       | @AnaRuiz              | AnaRuiz
          SocialLine          | U4af                  | U4af
          SocialFacebook      | f-1                   | f-1
          SocialInstagram     | @ana.rz               | ana.rz
          SocialWhatsapp      | 34 655 23 45 67       | +34655234567
          SocialWhatsappBsuid | ES.13491208655302741918 | ES.13491208655302741918
          AppleOpaqueId       | urn:mbid:AQAA         | urn:mbid:AQAA
          Cookie              | C-1                   | C-1
          """)
  void what_is_claimed_finds_the_contact_until_it_is_released(
      String type, String value, String shown) {
    String id = directory.contact("Ana Ruiz").add();
    String sent = identifier(type, value);

    directory
        .asAdmin()
        .patch(path(id), claim(sent))
        .answers(200)
        .holds("/type", "\"" + type + "\"")
        .holds("/value", "\"" + shown + "\"")
        .holds("/division/id", "\"*\"");
    assertEquals(List.of(shown), held(id));
    directory.asAdmin().post(FIND, sent).answers(200).holds("/id", "\"" + id + "\"");
    assertEquals(2, directory.writesOf(id));

    directory
        .asAdmin()
        .patch(path(id), release(sent))
        .answers(200)
        .holds("/value", "\"" + shown + "\"");
    assertEquals(List.of(), held(id));
    directory.asAdmin().post(FIND, sent).refuses(404, "not.found");
    assertEquals(3, directory.writesOf(id));
  }

  @Test
  void claims_that_need_exact_case_keep_it() {
    String id = directory.contact("Ana Ruiz").add();
    directory.asAdmin().patch(path(id), claim(COOKIE)).answers(200);

    directory.asAdmin().post(FIND, identifier("Cookie", "c-1")).refuses(404, "not.found");
  }

  @Test
  void external_ids_are_claimed_and_released_as_fields() {
    String source = directory.externalSource("CRM");
    String id = directory.contact("Ana Ruiz").add();
    String sent = externalId(source, "A-1");

    directory
        .asAdmin()
        .patch(path(id), claim(sent))
        .answers(200)
        .holds("/externalSource/id", "\"" + source + "\"");
    directory
        .asAdmin()
        .get(CONTACTS + "/{}?expand=identifiers,externalSources", id)
        .answers(200)
        .holds("/externalIds/0/value", "\"A-1\"")
        .holds("/identifiers/0/externalSource/name", "\"CRM\"");
    directory.asAdmin().post(FIND, sent).answers(200).holds("/id", "\"" + id + "\"");
    String other = directory.contact("Luis Ruiz").add();
    directory
        .asAdmin()
        .patch(path(other), claim(sent))
        .refuses(409, "general.conflict", "identifier.value", "conflict");

    directory.asAdmin().patch(path(id), release(sent)).answers(200);
    directory.asAdmin().get(CONTACTS + "/{}", id).answers(200).lacks("/externalIds");
    directory.asAdmin().patch(path(other), claim(sent)).answers(200);
  }

  @Test
  void a_contact_has_ten_external_ids_at_most() {
    String source = directory.externalSource("CRM");
    String id = directory.contact("Ana Ruiz").add();
    for (int i = 0; i < 10; i++) {
      directory.asAdmin().patch(path(id), claim(externalId(source, "A-" + i))).answers(200);
    }

    directory
        .asAdmin()
        .patch(path(id), claim(externalId(source, "A-10")))
        .refuses(400, "invalid.value", "identifier", "too.many");
  }

  @Test
  void what_another_contact_claimed_cannot_be_claimed() {
    String ana = directory.contact("Ana Ruiz").add();
    String luis = directory.contact("Luis Ruiz").add();
    directory.asAdmin().patch(path(ana), claim(COOKIE)).answers(200);

    directory
        .asAdmin()
        .patch(path(luis), claim(COOKIE))
        .refuses(409, "general.conflict", "identifier.value", "conflict");

    assertEquals(List.of(), held(luis));
    assertEquals(1, directory.writesOf(luis));
  }

  @Test
  void what_the_oldest_contacts_fields_say_cannot_be_claimed_by_another() {
    String ana = directory.contact("Ana Ruiz").workEmail("info@ruiz.example").add();
    String luis = directory.contact("Luis Ruiz").workEmail("info@ruiz.example").add();

    directory
        .asAdmin()
        .patch(path(luis), claim(EMAIL))
        .refuses(409, "general.conflict", "identifier.value", "conflict");

    directory.asAdmin().patch(path(ana), release(EMAIL)).answers(200);
    directory.asAdmin().post(FIND, EMAIL).answers(200).holds("/id", "\"" + luis + "\"");
    directory.asAdmin().patch(path(luis), claim(EMAIL)).answers(200);
    directory
        .asAdmin()
        .patch(path(ana), claim(EMAIL))
        .refuses(409, "general.conflict", "identifier.value", "conflict");
  }

  @Test
  void what_a_contact_lets_go_of_stays_in_its_fields_and_still_finds_it_when_it_calls() {
    String id = directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").add();
    String phone = identifier("Phone", "+34911234567");

    directory.asAdmin().patch(path(id), release(phone)).answers(200);

    assertEquals(List.of(), held(id));
    directory.asAdmin().post(FIND, phone).refuses(404, "not.found");
    directory.asAdmin().get(CONTACTS + "/{}", id).holds("/workPhone/e164", "\"+34911234567\"");
    directory
        .asAdmin()
        .get(LOOKUP, "+34911234567")
        .answers(200)
        .holds("/contacts/0/id", "\"" + id + "\"");
    directory.asAdmin().patch(path(id), claim(phone)).answers(200);
    directory.asAdmin().post(FIND, phone).answers(200).holds("/id", "\"" + id + "\"");
  }

  @Test
  void a_claim_comes_before_what_the_fields_of_a_younger_contact_say() {
    String ana = directory.contact("Ana Ruiz").add();
    directory.asAdmin().patch(path(ana), claim(EMAIL)).answers(200);
    directory.contact("Luis Ruiz").workEmail("info@ruiz.example").add();

    directory.asAdmin().post(FIND, EMAIL).answers(200).holds("/id", "\"" + ana + "\"");
  }

  @Test
  void claiming_once_more_changes_nothing() {
    String ana = directory.contact("Ana Ruiz").workEmail("info@ruiz.example").add();
    directory.asAdmin().patch(path(ana), claim(COOKIE)).answers(200);
    String since = directory.asAdmin().get(path(ana)).text("/entities/1/dateCreated");

    directory.asAdmin().patch(path(ana), claim(EMAIL)).answers(200);
    assertEquals(
        since,
        directory.asAdmin().patch(path(ana), claim(COOKIE)).answers(200).text("/dateCreated"));
    assertEquals(2, directory.writesOf(ana));
  }

  @Test
  void what_is_not_held_cannot_be_released() {
    String ana = directory.contact("Ana Ruiz").workEmail("info@ruiz.example").add();
    String luis = directory.contact("Luis Ruiz").add();
    String source = directory.externalSource("CRM");
    for (String sent : List.of(COOKIE, EMAIL, externalId(source, "A-1"))) {
      directory
          .asAdmin()
          .patch(path(luis), release(sent))
          .refuses(409, "general.conflict", "identifier.value", "conflict");
    }
    directory.asAdmin().patch(path(ana), release(EMAIL)).answers(200);
    directory
        .asAdmin()
        .patch(path(ana), release(EMAIL))
        .refuses(409, "general.conflict", "identifier.value", "conflict");
    assertEquals(2, directory.writesOf(ana));
  }

  @Test
  void a_replacement_releases_nothing() {
    String id = directory.contact("Ana Ruiz").add();
    directory.asAdmin().patch(path(id), claim(COOKIE)).answers(200);

    directory
        .asAdmin()
        .put(
            CONTACTS + "/" + id,
            "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"identifiers\": []}")
        .answers(200);

    assertEquals(List.of("C-1"), held(id));
  }

  @Test
  void a_removed_contact_leaves_its_identifiers_to_others() {
    String ana = directory.contact("Ana Ruiz").add();
    directory.asAdmin().patch(path(ana), claim(COOKIE)).answers(200);
    directory.asAdmin().delete(CONTACTS + "/{}", ana).answers(200);

    directory.asAdmin().post(FIND, COOKIE).refuses(404, "not.found");
    String luis = directory.contact("Luis Ruiz").add();
    directory.asAdmin().patch(path(luis), claim(COOKIE)).answers(200);
  }

  @Test
  void claims_follow_a_merge_and_come_back_with_its_undo() {
    String ana = directory.contact("Ana Ruiz").workEmail("info@ruiz.example").add();
    String luis = directory.contact("Luis Ruiz").add();
    directory.asAdmin().patch(path(ana), claim(COOKIE)).answers(200);
    directory.asAdmin().patch(path(ana), release(EMAIL)).answers(200);

    String both =
        directory
            .asAdmin()
            .post(CONTACTS + "/merge", "{\"contactIds\": [\"%s\", \"%s\"]}".formatted(ana, luis))
            .answers(200)
            .id();
    directory.asAdmin().post(FIND, COOKIE).answers(200).holds("/id", "\"" + both + "\"");

    directory.asAdmin().post("/api/v2/callbook/contacts/" + both + "/unmerge", "").answers(200);
    assertEquals(List.of("C-1"), held(ana));
    assertEquals(List.of(), held(luis));
    directory.asAdmin().post(FIND, COOKIE).answers(200).holds("/id", "\"" + ana + "\"");
  }

  @Test
  void each_division_has_its_own_holder() {
    String ana = directory.contact("Ana Ruiz").in("Legal").add();
    String luis = directory.contact("Luis Ruiz").in("Billing").add();

    directory.asAdmin().patch(path(ana), claim(COOKIE)).answers(200);
    directory.asAdmin().patch(path(luis), claim(COOKIE)).answers(200);

    api.as(directory.agentIn("Billing"))
        .post(FIND, COOKIE)
        .answers(200)
        .holds("/id", "\"" + luis + "\"");
    directory.asAdmin().post(FIND, COOKIE).answers(200).holds("/id", "\"" + ana + "\"");
  }

  @Test
  void contacts_outside_the_agents_divisions_stay_hidden() {
    String ana = directory.contact("Ana Ruiz").in("Legal").workEmail("info@ruiz.example").add();
    Api agent = api.as(directory.agentIn("Billing"));

    agent.get(path(ana)).refuses(404, "not.found");
    agent.patch(path(ana), claim(COOKIE)).refuses(404, "not.found");
    agent.patch(path(ana), release(EMAIL)).refuses(404, "not.found");
    newDirectory("Theirs").asAdmin().patch(path(ana), claim(COOKIE)).refuses(404, "not.found");

    assertEquals(List.of("info@ruiz.example"), held(ana));
    assertEquals(1, directory.writesOf(ana));
  }

  @Test
  void of_contacts_that_claim_the_same_at_once_one_gets_it() throws Exception {
    List<String> ids = Stream.generate(() -> directory.contact("Ana Ruiz").add()).limit(8).toList();
    Api admin = directory.asAdmin();
    List<Integer> statuses = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          ids.stream()
              .map(id -> pool.submit(() -> admin.patch(path(id), claim(COOKIE)).status()))
              .toList();
      for (var call : calls) {
        statuses.add(call.get());
      }
    }

    assertEquals(1, statuses.stream().filter(status -> status == 200).count());
    assertEquals(7, statuses.stream().filter(status -> status == 409).count());
    assertEquals(1, ids.stream().filter(id -> !held(id).isEmpty()).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"identifier": {"type": "Cookie", "value": "1"}}                        | operation | required
          {"operation": "Take", "identifier": {"type": "Cookie", "value": "1"}}   | operation | wrong.type
          {"operation": "Claim"}                                                  | identifier | required
          {"operation": "Claim", "identifier": {"value": "1"}}                    | identifier.type | invalid.value
          {"operation": "Claim", "identifier": {"type": "Fax", "value": "1"}}     | identifier.type | invalid.value
          {"operation": "Claim", "identifier": {"type": "Cookie"}}                | identifier.value | required
          {"operation": "Claim", "identifier": {"type": "Cookie", "value": " "}}  | identifier.value | required
          {"operation": "Claim", "identifier": {"type": "Phone", "value": "911234567"}} | identifier.value | invalid.value
          {"operation": "Claim", "identifier": {"type": "Phone", "value": "+"}}   | identifier.value | invalid.value
          {"operation": "Claim", "identifier": {"type": "Phone", "value": "+ana"}} | identifier.value | invalid.value
          {"operation": "Claim", "identifier": {"type": "SocialWhatsapp", "value": "ana"}} | identifier.value | invalid.value
          {"operation": "Claim", "identifier": {"type": "Email", "value": "ana"}} | identifier.value | invalid.value
          {"operation": "Claim", "identifier": {"type": "ExternalId", "value": "1"}} | identifier.externalSource.id | required
          {"operation": "Claim", "identifier": {"type": "ExternalId", "value": "1", "externalSource": {"id": "x"}}} | identifier.externalSource.id | invalid.value
          {"operation": "Claim", "identifier": {"type": "ExternalId", "value": "1", "externalSource": {"id": "019ab0f6-7c00-7000-8000-000000000001"}}} | identifier.externalSource.id | unknown
          {"operation": "Claim", "identifier": {"type": "Cookie", "value": "1", "division": {"id": "019ab0f6-7c00-7000-8000-000000000001"}}} | identifier.division.id | invalid.value
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    String id = directory.contact("Ana Ruiz").add();

    directory.asAdmin().patch(path(id), body).refuses(400, "invalid.value", field, rule);

    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void what_is_missing_or_too_long_is_refused_by_its_name() {
    String id = directory.contact("Ana Ruiz").add();

    directory.asAdmin().patch(path(id), "").refuses(400, "invalid.value", "body", "required");
    directory
        .asAdmin()
        .patch(path(id), claim(identifier("Cookie", "x".repeat(256))))
        .refuses(400, "invalid.value", "identifier.value", "too.long");
  }

  @Test
  void the_contacts_history_tells_of_claims() {
    String id = directory.contact("Ana Ruiz").add();
    directory.asAdmin().patch(path(id), claim(COOKIE)).answers(200);

    api.at(directory.person("Admin", "*"))
        .get("/contacts/{}/history", id)
        .shows(200)
        .saying("Identifiers")
        .saying("C-1");
  }

  private List<String> held(String id) {
    return directory.asAdmin().get(path(id)).answers(200).each("/entities", "/value");
  }

  private static String path(String id) {
    return CONTACTS + "/" + id + "/identifiers";
  }

  private static String claim(String identifier) {
    return "{\"operation\": \"Claim\", \"identifier\": " + identifier + "}";
  }

  private static String release(String identifier) {
    return "{\"operation\": \"Release\", \"identifier\": " + identifier + "}";
  }

  private static String identifier(String type, String value) {
    return "{\"type\": \"%s\", \"value\": \"%s\"}".formatted(type, value);
  }

  private static String externalId(String source, String value) {
    return "{\"type\": \"ExternalId\", \"value\": \"%s\", \"externalSource\": {\"id\": \"%s\", \"active\": true}}"
        .formatted(value, source);
  }
}
