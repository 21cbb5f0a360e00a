package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `postExternalcontactsContactsEnrich`, `postExternalcontactsBulkContactsEnrich`
@QuarkusTest
@Tag("oldest-postgres")
class EnrichContactTest extends FeatureTest {
  private static final String PATH = CONTACTS + "/enrich";
  private static final String FIND = "/api/v2/externalcontacts/identifierlookup/contacts";
  private static final String EMAIL = identifier("Email", "ana@ruiz.example");
  private static final String COOKIE = identifier("Cookie", "C-1");
  private static final String ANA = "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}";

  @ParameterizedTest
  @ValueSource(strings = {"Insert", "Upsert", "Merge"})
  void where_nothing_matches_a_contact_is_added_and_claims_what_it_was_looked_for_by(
      String action) {
    Answer added = enrich(action, EMAIL + "," + COOKIE, ANA, "").answers(201);

    added
        .holds("/firstName", "\"Ana\"")
        .holds("/type", "\"Curated\"")
        .holds("/division/id", "\"*\"");
    for (String identifier : List.of(EMAIL, COOKIE)) {
      directory
          .asAdmin()
          .post(FIND, identifier)
          .answers(200)
          .holds("/id", "\"" + added.id() + "\"");
    }
    directory.asAdmin().get(CONTACTS + "/{}", added.id()).answers(200).lacks("/workEmail");
  }

  @Test
  void an_update_where_nothing_matches_is_refused() {
    enrich("Update", EMAIL, ANA, "").refuses(404, "not.found");
    assertEquals(0, count());
  }

  @Test
  void an_insert_where_a_contact_matches_is_refused() {
    String id = directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();

    enrich("Insert", COOKIE + "," + EMAIL, ANA, "")
        .refuses(409, "general.conflict", "matchingIdentifiers[1]", "conflict");
    assertEquals(1, directory.writesOf(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Update", "Upsert", "Merge"})
  void where_a_contact_matches_it_is_changed(String action) {
    String id = directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();

    enrich(action, COOKIE + "," + EMAIL, "{\"title\": \"Buyer\"}", "")
        .answers(200)
        .holds("/id", "\"" + id + "\"")
        .holds("/title", "\"Buyer\"")
        .holds("/firstName", "\"Ana\"")
        .holds("/workEmail", "\"ana@ruiz.example\"");
    assertEquals(2, directory.writesOf(id));
    directory.asAdmin().post(FIND, COOKIE).refuses(404, "not.found");
  }

  @Test
  void the_first_identifier_that_matches_decides() {
    String ana = directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    String luis = directory.contact("Luis Ruiz").workPhone("+34 911 23 45 67").add();
    String both = identifier("Phone", "+34911234567") + "," + EMAIL;

    for (String action : List.of("Update", "Upsert")) {
      enrich(action, both, "{\"title\": \"" + action + "\"}", "")
          .answers(200)
          .holds("/id", "\"" + luis + "\"");
    }
    assertEquals(1, directory.writesOf(ana));
  }

  @Test
  void an_external_id_that_matched_nothing_becomes_one_of_the_new_contacts() {
    String source = directory.externalSource("CRM");
    String crm =
        "{\"type\": \"ExternalId\", \"value\": \"A-1\", \"externalSource\": {\"id\": \"%s\", \"active\": true}, \"division\": {\"id\": \"*\"}}"
            .formatted(source);

    String id =
        enrich("Upsert", crm, ANA, ", \"division\": {\"id\": \"*\"}")
            .answers(201)
            .holds("/externalIds/0/value", "\"A-1\"")
            .id();
    enrich("Upsert", crm, "{\"title\": \"Buyer\"}", "").answers(200).holds("/id", "\"" + id + "\"");
  }

  @Test
  void one_identifier_in_two_spellings_is_one() {
    enrich(
            "Upsert",
            identifier("Phone", "+34 911 23 45 67") + "," + identifier("Phone", "+34911234567"),
            ANA,
            "")
        .answers(201);
  }

  @Test
  void a_dry_run_answers_the_same_and_writes_nothing() {
    String id = directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    Api admin = directory.asAdmin();

    admin
        .post(PATH + "?dryRun=true", body("Upsert", COOKIE, ANA, ""))
        .answers(201)
        .holds("/firstName", "\"Ana\"")
        .lacks("/id")
        .lacks("/selfUri");
    admin
        .post(PATH + "?dryRun=true", body("Upsert", EMAIL, "{\"title\": \"Buyer\"}", ""))
        .answers(200)
        .holds("/id", "\"" + id + "\"")
        .holds("/title", "\"Buyer\"");
    admin
        .post(PATH + "?dryRun=true", body("Insert", EMAIL, ANA, ""))
        .refuses(409, "general.conflict");

    admin.get(CONTACTS + "/{}", id).answers(200).lacks("/title");
    assertEquals(1, count());
    assertEquals(1, directory.writesOf(id));
    admin.post(FIND, COOKIE).refuses(404, "not.found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PreferProvided    | {"title": "Buyer"} | "Buyer"   | "Bilbao"
          PreferProvided    | {}                 | "Clerk"   | "Bilbao"
          PreferExisting    | {"title": "Buyer"} | "Clerk"   | "Bilbao"
          PreferExisting    | {"salutation": "Dr."} | "Clerk" | "Bilbao"
          """)
  void rules_say_which_value_wins(String action, String given, String title, String city) {
    stored();

    enrich("Update", EMAIL, given, ", \"fieldRules\": {\"defaultAction\": \"" + action + "\"}")
        .answers(200)
        .holds("/title", title)
        .holds("/address/city", city);
  }

  @Test
  void what_is_always_used_empties_what_is_not_given() {
    stored();

    enrich("Update", EMAIL, ANA, ", \"fieldRules\": {\"defaultAction\": \"AlwaysUseProvided\"}")
        .answers(200)
        .lacks("/title")
        .lacks("/address")
        .lacks("/workEmail")
        .lacks("/workPhone")
        .lacks("/emailAddresses");
  }

  @Test
  void a_rule_for_one_field_counts_more_than_the_general_one() {
    stored();
    String rules =
        """
        , "fieldRules": {"defaultAction": "PreferExisting", "rules": [
            {"field": "$.title", "action": "PreferProvided"},
            {"field": "$.address", "action": "PreferProvided"},
            {"field": "$.address.city", "action": "PreferExisting"}]}
        """;

    enrich(
            "Update",
            EMAIL,
            "{\"firstName\": \"Anna\", \"title\": \"Buyer\", \"address\": {\"city\": \"Vitoria\", \"postalCode\": \"01001\"}}",
            rules)
        .answers(200)
        .holds("/firstName", "\"Ana\"")
        .holds("/title", "\"Buyer\"")
        .holds("/address/city", "\"Bilbao\"")
        .holds("/address/postalCode", "\"01001\"");
  }

  @Test
  void a_number_is_one_value() {
    stored();

    enrich("Update", EMAIL, "{\"workPhone\": {\"display\": \"+34 911 23 45 67\"}}", "")
        .answers(200)
        .holds("/workPhone/e164", "\"+34911234567\"")
        .lacks("/workPhone/extension")
        .holds("/phoneNumbers/0/e164", "\"+34911234567\"")
        .lacks("/phoneNumbers/1");
  }

  @Test
  void lists_are_filled_extended_or_replaced() {
    String source = directory.externalSource("CRM");
    String first = externalIds(source, 0, 9);
    directory
        .contact("Ana Ruiz")
        .workEmail("ana@ruiz.example")
        .with("externalIds", first)
        .with("phoneNumbers", "[{\"label\": \"work\", \"display\": \"+34 944 23 45 67\"}]")
        .add();
    String more =
        "{\"externalIds\": "
            + externalIds(source, 8, 11)
            + ", \"phoneNumbers\": [{\"label\": \"home\", \"display\": \"0034944234567\"},"
            + " {\"label\": \"cell\", \"display\": \"655 23 45 67\", \"normalizationCountryCode\": \"ES\"}]}";

    enrich("Update", EMAIL, more, "")
        .answers(200)
        .holds("/externalIds/8/value", "\"A-8\"")
        .holds("/externalIds/9/value", "\"A-9\"")
        .lacks("/externalIds/10")
        .holds("/phoneNumbers/0/label", "\"work\"")
        .holds("/phoneNumbers/1/e164", "\"+34655234567\"")
        .lacks("/phoneNumbers/2");
    enrich("Update", EMAIL, more, ", \"fieldRules\": {\"defaultArrayAction\": \"Extend\"}")
        .refuses(400, "invalid.value", "contact.externalIds", "too.many");
    enrich(
            "Update",
            EMAIL,
            more,
            ", \"fieldRules\": {\"rules\": [{\"field\": \"$.externalIds\", \"arrayAction\": \"Replace\"}]}")
        .answers(200)
        .holds("/externalIds/0/value", "\"A-8\"")
        .lacks("/externalIds/3");
    // Some clients send an empty list for whatever they do not set.
    enrich(
            "Update",
            EMAIL,
            "{\"externalIds\": []}",
            ", \"fieldRules\": {\"defaultArrayAction\": \"Replace\"}")
        .answers(200)
        .holds("/externalIds/0/value", "\"A-8\"");
  }

  @Test
  void custom_rules_reach_into_a_value_where_one_names_a_part_of_it() {
    directory
        .contact("Ana Ruiz")
        .workEmail("ana@ruiz.example")
        .with("twitterId", "{\"screenName\": \"anaruiz\", \"name\": \"Ana\"}")
        .add();

    enrich(
            "Update",
            EMAIL,
            "{\"twitterId\": {\"screenName\": \"ana_r\"}}",
            ", \"fieldRules\": {\"rules\": [{\"field\": \"$.twitterId.screenName\", \"action\": \"PreferExisting\"}]}")
        .answers(200)
        .holds("/twitterId/screenName", "\"anaruiz\"")
        .holds("/twitterId/name", "\"Ana\"");
  }

  @Test
  void several_contacts_that_match_are_merged() {
    directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    directory.contact("Anna Ruiz").workPhone("+34 911 23 45 67").add();

    enrich("Merge", EMAIL + "," + identifier("Phone", "+34911234567"), ANA, "")
        .answers(200)
        .holds("/workEmail", "\"ana@ruiz.example\"")
        .holds("/workPhone/e164", "\"+34911234567\"");
    assertEquals(1, count());
  }

  @Test
  void an_enrichment_stays_within_its_division() {
    String legal = directory.contact("Ana Ruiz").in("Legal").workEmail("ana@ruiz.example").add();
    String billing = ", \"division\": {\"id\": \"" + directory.division("Billing").wireId() + "\"}";

    enrich("Update", EMAIL, ANA, "").refuses(404, "not.found");
    enrich("Update", EMAIL, ANA, billing).refuses(404, "not.found");
    enrich("Upsert", EMAIL, ANA, billing)
        .answers(201)
        .holds("/division/id", "\"" + directory.division("Billing").wireId() + "\"");
    enrich(
            "Update",
            EMAIL,
            "{\"title\": \"Buyer\"}",
            ", \"division\": {\"id\": \"" + directory.division("Legal").wireId() + "\"}")
        .answers(200)
        .holds("/id", "\"" + legal + "\"");
  }

  @Test
  void divisions_in_which_the_caller_may_not_are_refused() {
    String id = directory.contact("Ana Ruiz").in("Legal").workEmail("ana@ruiz.example").add();
    Api other = api.as(directory.everythingIn("Billing"));
    String legal = ", \"division\": {\"id\": \"" + directory.division("Legal").wireId() + "\"}";

    other
        .post(PATH, body("Upsert", EMAIL, ANA, legal))
        .refuses(400, "invalid.value", "division.id", "invalid.value");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void a_contact_outside_the_callers_divisions_is_neither_matched_nor_told_of() {
    directory.contact("Ana Ruiz").in("Legal").workEmail("ana@ruiz.example").add();
    String billing = ", \"division\": {\"id\": \"" + directory.division("Billing").wireId() + "\"}";

    api.as(directory.everythingIn("Billing"))
        .post(PATH, body("Insert", EMAIL, ANA, billing))
        .answers(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"matchingIdentifiers": [%s], "contact": %s}                                            | action | required
          {"action": "Replace", "matchingIdentifiers": [%s], "contact": %s}                       | action | wrong.type
          {"action": "Upsert", "contact": {"firstName": "Ana", "lastName": "Ruiz"}}               | matchingIdentifiers | required
          {"action": "Upsert", "matchingIdentifiers": []}                                         | matchingIdentifiers | required
          {"action": "Upsert", "matchingIdentifiers": [null]}                                     | matchingIdentifiers | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s, {"type": "Fax", "value": "1"}]}        | matchingIdentifiers[1].type | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [{"type": "Phone", "value": "911"}]}        | matchingIdentifiers[0].value | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s], "contact": {"workEmail": "ana"}}      | contact.workEmail | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s]}                                       | contact.firstName | required
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"rules": [null]}}      | fieldRules.rules[0].field | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"rules": [{"field": "title"}]}}   | fieldRules.rules[0].field | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"rules": [{"field": "$.tags[0]"}]}} | fieldRules.rules[0].field | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"rules": [{"field": "$.shoe"}]}}  | fieldRules.rules[0].field | unknown
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"rules": [{"field": "$.title"}, {"field": "$.title"}]}} | fieldRules.rules[1].field | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"defaultAction": "Mix"}} | fieldRules.defaultAction | wrong.type
          {"action": "Upsert", "matchingIdentifiers": [%s], "contact": {"division": {"id": "x"}}, "division": {"id": "*"}} | contact.division.id | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s, {"type": "Cookie", "value": "1", "division": {"id": "x"}}], "division": {"id": "*"}} | matchingIdentifiers[1].division.id | invalid.value
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    directory
        .asAdmin()
        .post(PATH, body.replaceFirst("%s", EMAIL).replace("%s", ANA))
        .refuses(400, "invalid.value", field, rule);
    assertEquals(0, count());
  }

  @Test
  void what_is_too_much_or_missing_is_refused() {
    String many =
        IntStream.range(0, 26)
            .mapToObj(i -> identifier("Cookie", "C-" + i))
            .collect(Collectors.joining(","));

    enrich("Upsert", many, ANA, "")
        .refuses(413, "too.many", "matchingIdentifiers", "too.many")
        .holds("/limit/value", "25");
    directory.asAdmin().post(PATH, "").refuses(400, "invalid.value", "body", "required");
    directory
        .asAdmin()
        .post(PATH + "?dryRun=perhaps", body("Upsert", EMAIL, ANA, ""))
        .refuses(400, "invalid.value", "dryRun", "invalid.value");
  }

  @Test
  void of_upserts_at_once_one_adds_the_contact_and_the_others_change_it() throws Exception {
    Api admin = directory.asAdmin();
    List<Answer> answers = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  pool.submit(() ->
                      admin.post(
                          PATH,
                          body(
                              "Upsert",
                              COOKIE + "," + EMAIL,
                              "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"workEmail\": \"ana@ruiz.example\"}",
                              ""))))
              .toList();
      for (var call : calls) {
        answers.add(call.get());
      }
    }

    assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
    assertEquals(7, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(1, answers.stream().map(Answer::id).distinct().count());
    assertEquals(1, count());
  }

  @Test
  void in_bulk_each_answers_for_itself_under_the_callers_id() {
    String body =
        "{\"entities\": [%s, %s, %s, null]}"
            .formatted(
                body("Upsert", COOKIE, ANA, ", \"id\": \"t-1\""),
                body("Update", COOKIE, "{\"title\": \"Buyer\"}", ", \"id\": \"t-2\""),
                body("Insert", COOKIE, ANA, ", \"id\": \"t-3\""));

    Answer answer = directory.asAdmin().post(BULK + "/contacts/enrich", body).answers(200);

    assertEquals(List.of("t-1", "t-2", "t-3", ""), answer.each("/results", "/id"));
    assertEquals(List.of("201", "200", "409", "400"), answer.each("/results", "/status"));
    answer
        .holds("/errorCount", "2")
        .holds("/errorIndexes", "[2, 3]")
        .holds("/results/1/entity/title", "\"Buyer\"")
        .holds("/results/2/error/entity/id", "\"t-3\"")
        .holds("/results/2/error/details/0/fieldName", "\"matchingIdentifiers[0]\"");
    assertEquals(answer.text("/results/0/entity/id"), answer.text("/results/1/entity/id"));
    assertEquals(1, count());
  }

  @Test
  void a_dry_run_in_bulk_writes_nothing() {
    directory
        .asAdmin()
        .post(
            BULK + "/contacts/enrich?dryRun=true",
            "{\"entities\": [" + body("Upsert", COOKIE, ANA, ", \"id\": \"t-1\"") + "]}")
        .answers(200)
        .holds("/results/0/status", "201")
        .lacks("/results/0/entity/id");
    assertEquals(0, count());
  }

  @Test
  void in_bulk_there_are_ten_at_most() {
    String eleven =
        IntStream.range(0, 11)
            .mapToObj(i -> body("Upsert", identifier("Cookie", "C-" + i), ANA, ""))
            .collect(Collectors.joining(","));

    directory
        .asAdmin()
        .post(BULK + "/contacts/enrich", "{\"entities\": [" + eleven + "]}")
        .refuses(413, "too.many", "entities", "too.many")
        .holds("/limit/value", "10");
    directory
        .asAdmin()
        .post(BULK + "/contacts/enrich", "{}")
        .refuses(400, "invalid.value", "entities", "required");
  }

  private void stored() {
    directory
        .contact("Ana Ruiz")
        .workEmail("ana@ruiz.example")
        .with("title", "\"Clerk\"")
        .with("address", "{\"city\": \"Bilbao\"}")
        .with("workPhone", "{\"display\": \"+34 944 23 45 67\", \"extension\": 7}")
        .add();
  }

  private Answer enrich(String action, String identifiers, String contact, String more) {
    return directory.asAdmin().post(PATH, body(action, identifiers, contact, more));
  }

  private static String body(String action, String identifiers, String contact, String more) {
    return "{\"action\": \"%s\", \"matchingIdentifiers\": [%s], \"contact\": %s%s}"
        .formatted(action, identifiers, contact, more);
  }

  private int count() {
    return directory.asAdmin().get(CONTACTS).answers(200).at("/total").asInt();
  }

  private static String identifier(String type, String value) {
    return "{\"type\": \"%s\", \"value\": \"%s\"}".formatted(type, value);
  }

  private static String externalIds(String source, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            "{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"A-%%d\"}".formatted(source)
                ::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
