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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `postExternalcontactsOrganizationsEnrich`, `postExternalcontactsBulkOrganizationsEnrich`
@QuarkusTest
@Tag("oldest-postgres")
class EnrichOrganizationTest extends FeatureTest {
  private static final String PATH = ORGANIZATIONS + "/enrich";
  private static final String RUIZ = "{\"name\": \"Ruiz y Hermanos\", \"tags\": [\"metal\"]}";

  private String source = "";

  @BeforeEach
  void nameASource() {
    source = directory.externalSource("CRM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Insert", "Upsert"})
  void where_nothing_matches_an_organization_is_added_with_the_ids_it_was_looked_for_by(
      String action) {
    enrich(action, id("O-1") + "," + id("O-2"), RUIZ, "")
        .answers(201)
        .holds("/name", "\"Ruiz y Hermanos\"")
        .holds("/externalIds/0/value", "\"O-1\"")
        .holds("/externalIds/1/value", "\"O-2\"");
  }

  @Test
  void an_update_where_nothing_matches_and_an_insert_where_something_does_are_refused() {
    enrich("Update", id("O-1"), RUIZ, "").refuses(404, "not.found");
    String added = enrich("Insert", id("O-1"), RUIZ, "").answers(201).id();

    enrich("Insert", id("O-2") + "," + id("O-1"), RUIZ, "")
        .refuses(409, "general.conflict", "matchingIdentifiers[1]", "conflict");
    assertEquals(1, directory.writesOf(added));
  }

  @Test
  void where_organizations_match_the_one_of_the_first_identifier_is_changed() {
    enrich("Insert", id("O-1"), RUIZ, "").answers(201);
    String second = enrich("Insert", id("O-2"), RUIZ, "").answers(201).id();

    enrich(
            "Upsert",
            id("O-2") + "," + id("O-1"),
            "{\"industry\": \"Machining\", \"tags\": [\"metal\", \"north\"]}",
            "")
        .answers(200)
        .holds("/id", "\"" + second + "\"")
        .holds("/name", "\"Ruiz y Hermanos\"")
        .holds("/industry", "\"Machining\"")
        .holds("/tags", "[\"metal\", \"north\"]");
    enrich(
            "Update",
            id("O-2"),
            "{\"name\": \"Ruiz\", \"tags\": [\"wood\"]}",
            ", \"fieldRules\": {\"defaultAction\": \"PreferExisting\", \"defaultArrayAction\": \"Replace\","
                + " \"rules\": [{\"field\": \"$.name\", \"action\": \"AlwaysUseProvided\"}]}")
        .answers(200)
        .holds("/name", "\"Ruiz\"")
        .holds("/tags", "[\"metal\", \"north\"]");
  }

  @Test
  void a_dry_run_answers_the_same_and_writes_nothing() {
    Api admin = directory.asAdmin();
    admin
        .post(PATH + "?dryRun=true", body("Upsert", id("O-1"), RUIZ, ""))
        .answers(201)
        .lacks("/id");
    admin
        .post(
            BULK + "/organizations/enrich?dryRun=true",
            "{\"entities\": [" + body("Upsert", id("O-1"), RUIZ, "") + "]}")
        .answers(200)
        .holds("/results/0/success", "true");

    admin.get(ORGANIZATIONS).answers(200).holds("/total", "0");
  }

  @Test
  void of_upserts_at_once_one_adds_the_organization_and_the_others_change_it() throws Exception {
    Api admin = directory.asAdmin();
    List<Answer> answers = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 6)
              .mapToObj(
                  i -> pool.submit(() -> admin.post(PATH, body("Upsert", id("O-1"), RUIZ, ""))))
              .toList();
      for (var call : calls) {
        answers.add(call.get());
      }
    }

    assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
    assertEquals(5, answers.stream().filter(answer -> answer.status() == 200).count());
    admin.get(ORGANIZATIONS).answers(200).holds("/total", "1");
  }

  @Test
  void an_organization_outside_the_callers_divisions_is_neither_matched_nor_told_of() {
    String legal = ", \"division\": {\"id\": \"" + directory.division("Legal").wireId() + "\"}";
    String billing = ", \"division\": {\"id\": \"" + directory.division("Billing").wireId() + "\"}";
    String hidden = enrich("Insert", id("O-1"), RUIZ, legal).answers(201).id();
    Api other = api.as(directory.everythingIn("Billing"));

    other.post(PATH, body("Insert", id("O-1"), RUIZ, billing)).answers(201);
    other
        .post(PATH, body("Update", id("O-1"), RUIZ, legal))
        .refuses(400, "invalid.value", "division.id", "invalid.value");
    assertEquals(1, directory.writesOf(hidden));
  }

  @Test
  void in_bulk_each_answers_for_itself_under_the_callers_id() {
    Answer answer =
        directory
            .asAdmin()
            .post(
                BULK + "/organizations/enrich",
                "{\"entities\": [%s, %s]}"
                    .formatted(
                        body("Upsert", id("O-1"), RUIZ, ", \"id\": \"t-1\""),
                        body("Update", id("O-9"), RUIZ, ", \"id\": \"t-2\"")))
            .answers(200);

    assertEquals(List.of("t-1", "t-2"), answer.each("/results", "/id"));
    assertEquals(List.of("201", "404"), answer.each("/results", "/status"));
  }

  @Test
  void in_bulk_there_are_ten_at_most() {
    String eleven =
        IntStream.range(0, 11)
            .mapToObj(i -> body("Upsert", id("O-" + i), RUIZ, ""))
            .collect(Collectors.joining(","));

    directory
        .asAdmin()
        .post(BULK + "/organizations/enrich", "{\"entities\": [" + eleven + "]}")
        .refuses(413, "too.many", "entities", "too.many");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"matchingIdentifiers": [%s]}                                              | action | required
          {"action": "Merge", "matchingIdentifiers": [%s]}                           | action | invalid.value
          {"action": "Upsert"}                                                       | matchingIdentifiers | required
          {"action": "Upsert", "matchingIdentifiers": [{"type": "Email", "value": "a@b.example"}]} | matchingIdentifiers[0].type | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s]}                          | externalOrganization.name | required
          {"action": "Upsert", "matchingIdentifiers": [%s], "externalOrganization": {"name": "x", "employeeCount": -1}} | externalOrganization.employeeCount | invalid.value
          {"action": "Upsert", "matchingIdentifiers": [%s], "fieldRules": {"rules": [{"field": "$.firstName"}]}} | fieldRules.rules[0].field | unknown
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    directory
        .asAdmin()
        .post(PATH, body.replace("%s", id("O-1")))
        .refuses(400, "invalid.value", field, rule);
  }

  @Test
  void more_ids_than_an_organization_may_have_are_refused() {
    String eleven =
        IntStream.range(0, 11).mapToObj(i -> id("O-" + i)).collect(Collectors.joining(","));

    enrich("Upsert", eleven, RUIZ, "")
        .refuses(400, "invalid.value", "matchingIdentifiers", "too.many");
  }

  private Answer enrich(String action, String identifiers, String organization, String more) {
    return directory.asAdmin().post(PATH, body(action, identifiers, organization, more));
  }

  private static String body(String action, String identifiers, String organization, String more) {
    return "{\"action\": \"%s\", \"matchingIdentifiers\": [%s], \"externalOrganization\": %s%s}"
        .formatted(action, identifiers, organization, more);
  }

  private String id(String value) {
    return "{\"type\": \"ExternalId\", \"value\": \"%s\", \"externalSource\": {\"id\": \"%s\"}}"
        .formatted(value, source);
  }
}
