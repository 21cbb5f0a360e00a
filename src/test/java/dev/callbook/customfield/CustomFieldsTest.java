package dev.callbook.customfield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What custom fields of contacts and organizations may hold, whatever way they are written.
@QuarkusTest
@Tag("oldest-postgres")
class CustomFieldsTest extends FeatureTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Of {
    CONTACTS(FeatureTest.CONTACTS, "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}"),
    ORGANIZATIONS(FeatureTest.ORGANIZATIONS, "{\"name\": \"Ruiz y Hermanos\"}");

    private final String records;
    private final String least;

    Of(String records, String least) {
      this.records = records;
      this.least = least;
    }
  }

  private Map<Of, String> schemas = Map.of();

  @BeforeEach
  void thereAreSchemas() {
    schemas =
        Map.of(
            Of.CONTACTS,
            directory.schemaOf(CONTACTS),
            Of.ORGANIZATIONS,
            directory.schemaOf(ORGANIZATIONS));
  }

  private String schema(Of of) {
    return String.valueOf(schemas.get(of));
  }

  private Answer add(Of of, String values) {
    return directory.asAdmin().post(of.records, Samples.following(of.least, schema(of), values));
  }

  private Answer put(Of of, String id, String values) {
    return directory
        .asAdmin()
        .put(of.records + "/" + id, Samples.following(of.least, schema(of), values));
  }

  /// Makes the schema's next version.
  private void change(Of of, String pointer, String name, String value) throws Exception {
    String path = of.records + "/schemas/" + schema(of);
    ObjectNode schema = (ObjectNode) directory.asAdmin().get(path).answers(200).json();
    ((ObjectNode) schema.at(pointer)).set(name, JSON.readTree(value));
    directory.asAdmin().put(path, schema.toString()).answers(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shirt_text      | \"M\"                     | \"M\"",
        "shirt_text      | \"  XL  \"                | \"XL\"",
        "story_longtext  | \"a\\nb\"                 | \"a\\nb\"",
        "site_url        | \"https://a.example/x?y\" | \"https://a.example/x?y\"",
        "card_identifier | \"KX-7040\"               | \"KX-7040\"",
        "tier_enum       | \"silver\"                | \"silver\"",
        "likes_tag       | [\"tea\", \" Early \"]    | [\"tea\", \"Early\"]",
        "visits_integer  | 1000                      | 1000",
        "visits_integer  | 5.0                       | 5",
        "rate_number     | -1.5                      | -1.5",
        "rate_number     | 1                         | 1",
        "since_date      | \"2024-02-29\"            | \"2024-02-29\"",
        "seen_datetime   | \"2026-03-31T14:30:00+02:00\" | \"2026-03-31T12:30:00.000Z\"",
        "seen_datetime   | \"2026-03-31T12:30:00.5Z\" | \"2026-03-31T12:30:00.500Z\"",
        "vip_checkbox    | false                     | false"
      })
  void each_core_type_takes_its_values(String key, String sent, String kept) {
    for (Of of : Of.values()) {
      var added = add(of, "{\"%s\": %s}".formatted(key, sent));

      added.answers(200).holds("/customFields/" + key, kept);
      String path = of.records + "/" + added.id();
      var read = directory.asAdmin().get(path).answers(200);
      read.holds("/customFields/" + key, kept);
      directory.asAdmin().put(path, read.body()).answers(200).holds("/version", "1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shirt_text      | 7                          | ''  | wrong.type",
        "shirt_text      | \"ABCDEFGHIJK\"            | ''  | too.long",
        "story_longtext  | \"a\"                      | ''  | too.short",
        "site_url        | \"club.example\"           | ''  | invalid.value",
        "card_identifier | \"ab\"                     | ''  | too.short",
        "tier_enum       | \"platinum\"               | ''  | invalid.value",
        "tier_enum       | \"GOLD\"                   | ''  | invalid.value",
        "tier_enum       | \"tin\"                    | ''  | disabled",
        "tier_enum       | [\"gold\"]                 | ''  | wrong.type",
        "likes_tag       | \"tea\"                    | ''  | wrong.type",
        "likes_tag       | [\"tea\", 7]               | [1] | wrong.type",
        "likes_tag       | [\"t\"]                    | [0] | too.short",
        "likes_tag       | [\"aa\", \"bb\", \"cc\", \"dd\"] | '' | too.many",
        "likes_tag       | [\"tea\", \"tea\"]         | [1] | invalid.value",
        "visits_integer  | 1001                       | ''  | invalid.value",
        "visits_integer  | -1                         | ''  | invalid.value",
        "visits_integer  | 1.5                        | ''  | wrong.type",
        "visits_integer  | \"3\"                      | ''  | wrong.type",
        "visits_integer  | 1e400                      | ''  | wrong.type",
        "rate_number     | 1.6                        | ''  | invalid.value",
        "rate_number     | true                       | ''  | wrong.type",
        "since_date      | \"2026-02-30\"             | ''  | invalid.value",
        "since_date      | \"31.03.2026\"             | ''  | invalid.value",
        "seen_datetime   | \"2026-03-31\"             | ''  | invalid.value",
        "seen_datetime   | \"2026-03-31T25:00:00Z\"   | ''  | invalid.value",
        "vip_checkbox    | \"true\"                   | ''  | wrong.type",
        "other_text      | \"x\"                      | ''  | unknown"
      })
  void each_core_type_refuses_what_is_none_of_its_values(
      String key, String sent, String place, String rule) {
    for (Of of : Of.values()) {
      add(of, "{\"%s\": %s}".formatted(key, sent))
          .refuses(400, "invalid.value", "customFields." + key + place, rule);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shirt_text\": null}",
        "{\"shirt_text\": \"  \"}",
        "{\"likes_tag\": []}",
        "{\"since_date\": \"\"}",
        "{}"
      })
  void what_is_empty_is_no_value(String values) {
    add(Of.CONTACTS, values).answers(200).lacks("/customFields");
  }

  @Test
  void what_is_no_key_is_refused_without_repeating_it() {
    var refused = add(Of.CONTACTS, "{\"Ana Ruiz\": \"x\"}");
    refused.refuses(400, "invalid.value", "customFields", "unknown");
    assertEquals(-1, refused.body().indexOf("Ana"));
  }

  @ParameterizedTest
  @EnumSource
  void values_need_a_schema_that_exists_for_such_records(Of of) {
    Of other = of == Of.CONTACTS ? Of.ORGANIZATIONS : Of.CONTACTS;
    String body = Samples.following(of.least, schema(other), "{\"shirt_text\": \"M\"}");
    directory
        .asAdmin()
        .post(of.records, body)
        .refuses(400, "invalid.value", "schema.id", "unknown");
    directory
        .asAdmin()
        .post(of.records, body.replaceFirst("\"schema\".*?}, ", ""))
        .refuses(400, "invalid.value", "schema.id", "required");
    for (int version : new int[] {-1, 0, 2}) {
      directory
          .asAdmin()
          .post(
              of.records,
              Samples.following(of.least, schema(of), "{}")
                  .replace("\"version\": 1", "\"version\": " + version))
          .refuses(400, "invalid.value", "schema.version", "unknown");
    }
  }

  @Test
  void a_schema_of_another_organization_is_unknown() {
    newDirectory("Theirs")
        .asAdmin()
        .post(CONTACTS, Samples.following(Of.CONTACTS.least, schema(Of.CONTACTS), "{}"))
        .refuses(400, "invalid.value", "schema.id", "unknown");
  }

  @ParameterizedTest
  @EnumSource
  void without_a_version_the_newest_is_meant(Of of) throws Exception {
    change(of, "/jsonSchema/properties/shirt_text", "maxLength", "20");
    String body =
        Samples.following(of.least, schema(of), "{\"shirt_text\": \"ABCDEFGHIJK\"}")
            .replace(", \"version\": 1", "");

    directory.asAdmin().post(of.records, body).answers(200).holds("/schema/version", "2");
  }

  @ParameterizedTest
  @EnumSource
  void a_record_keeps_the_rules_of_the_version_that_it_follows(Of of) throws Exception {
    String id = add(of, "{\"shirt_text\": \"ABCDEFGHIJ\"}").answers(200).id();
    change(of, "/jsonSchema/properties/shirt_text", "maxLength", "5");

    put(of, id, "{\"shirt_text\": \"BCDEFGHIJK\"}").answers(200).holds("/schema/version", "1");
    directory
        .asAdmin()
        .put(
            of.records + "/" + id,
            Samples.following(of.least, schema(of), "{\"shirt_text\": \"BCDEFGHIJK\"}")
                .replace("\"version\": 1", "\"version\": 2"))
        .refuses(400, "invalid.value", "customFields.shirt_text", "too.long");
  }

  @ParameterizedTest
  @EnumSource
  void a_required_field_must_have_a_value(Of of) throws Exception {
    change(of, "/jsonSchema", "required", "[\"tier_enum\"]");
    String body =
        Samples.following(of.least, schema(of), "{\"shirt_text\": \"M\"}")
            .replace("\"version\": 1", "\"version\": 2");

    directory
        .asAdmin()
        .post(of.records, body)
        .refuses(400, "invalid.value", "customFields.tier_enum", "required");
    directory
        .asAdmin()
        .post(of.records, body.replace("\"M\"", "\"M\", \"tier_enum\": \"gold\""))
        .answers(200);
  }

  @ParameterizedTest
  @EnumSource
  void a_disabled_schema_keeps_its_values_and_takes_no_new_ones(Of of) throws Exception {
    String id = add(of, "{\"tier_enum\": \"gold\", \"shirt_text\": \"M\"}").answers(200).id();
    change(of, "", "enabled", "false");
    String path = of.records + "/" + id;

    add(of, "{\"tier_enum\": \"gold\"}").refuses(400, "invalid.value", "schema.id", "disabled");
    var read = directory.asAdmin().get(path).answers(200);
    read.holds("/customFields/tier_enum", "\"gold\"");
    directory.asAdmin().put(path, read.body()).answers(200).holds("/version", "1");
    put(of, id, "{\"tier_enum\": \"silver\", \"shirt_text\": \"M\"}")
        .refuses(400, "invalid.value", "customFields.tier_enum", "disabled");
    put(of, id, "{\"tier_enum\": \"gold\"}").answers(200).lacks("/customFields/shirt_text");
  }

  @ParameterizedTest
  @EnumSource
  void a_deleted_schema_keeps_its_values_and_takes_no_new_ones(Of of) {
    String id = add(of, "{\"tier_enum\": \"gold\"}").answers(200).id();
    assertEquals(204, directory.asAdmin().delete(of.records + "/schemas/" + schema(of)).status());
    String path = of.records + "/" + id;

    add(of, "{}").refuses(400, "invalid.value", "schema.id", "disabled");
    var read = directory.asAdmin().get(path).answers(200);
    read.holds("/customFields/tier_enum", "\"gold\"");
    directory.asAdmin().put(path, read.body()).answers(200).holds("/version", "1");
  }

  @ParameterizedTest
  @EnumSource
  void a_disabled_field_or_option_keeps_its_values_and_takes_no_new_ones(Of of) throws Exception {
    String id = add(of, "{\"shirt_text\": \"M\", \"tier_enum\": \"gold\"}").answers(200).id();
    change(of, "/jsonSchema/properties/shirt_text", "_disabled", "true");
    change(of, "/jsonSchema/properties/tier_enum/_enumProperties", "gold", "{\"_disabled\": true}");

    add(of, "{\"shirt_text\": \"M\"}")
        .refuses(400, "invalid.value", "customFields.shirt_text", "disabled");
    add(of, "{\"tier_enum\": \"gold\"}")
        .refuses(400, "invalid.value", "customFields.tier_enum", "disabled");
    put(of, id, "{\"shirt_text\": \"M\", \"tier_enum\": \"gold\", \"visits_integer\": 1}")
        .answers(200);
    put(of, id, "{\"shirt_text\": \"L\", \"tier_enum\": \"gold\"}")
        .refuses(400, "invalid.value", "customFields.shirt_text", "disabled");
    put(of, id, "{\"tier_enum\": \"silver\"}").answers(200).lacks("/customFields/shirt_text");
  }

  @ParameterizedTest
  @EnumSource
  void one_field_is_patched(Of of) {
    String id = add(of, Samples.CUSTOM_FIELDS).answers(200).id();

    patch(of, id, "customFields.tier_enum", "Update", "\"silver\"")
        .answers(200)
        .holds("/customFields/tier_enum", "\"silver\"")
        .holds("/customFields/shirt_text", "\"M\"");
    patch(of, id, "customFields.tier_enum", "Update", "\"copper\"")
        .refuses(400, "invalid.value", "customFields.tier_enum", "invalid.value");
    patch(of, id, "customFields.likes_tag", "AppendToCollection", "\"jazz\"")
        .answers(200)
        .holds("/customFields/likes_tag", "[\"tea\", \"Early calls\", \"jazz\"]");
    patch(of, id, "customFields.likes_tag", "AppendToCollection", "\"more\"")
        .refuses(400, "invalid.value", "customFields.likes_tag", "too.many");
    patch(of, id, "customFields.tier_enum", "Remove", "null")
        .answers(200)
        .lacks("/customFields/tier_enum");
    patch(of, id, "customFields.colour_enum", "Update", "\"red\"")
        .refuses(400, "invalid.value", "customFields.colour_enum", "unknown");
    assertEquals(4, directory.writesOf(id));
  }

  private Answer patch(Of of, String id, String field, String action, String value) {
    return directory
        .asAdmin()
        .patch(
            of.records + "/" + id,
            "{\"changes\": [{\"field\": \"$.%s\", \"action\": \"%s\", \"value\": %s}]}"
                .formatted(field, action, value));
  }

  @ParameterizedTest
  @EnumSource
  void a_bad_value_in_a_bulk_call_harms_no_other_record(Of of) {
    String bad = Samples.following(of.least, schema(of), "{\"tier_enum\": \"copper\"}");
    String good = Samples.following(of.least, schema(of), "{\"tier_enum\": \"gold\"}");
    String bulk = of.records.replace("/externalcontacts/", "/externalcontacts/bulk/");

    var answer =
        directory.asAdmin().post(bulk + "/add", "{\"entities\": [" + bad + "," + good + "]}");

    answer.answers(200).holds("/results/0/success", "false").holds("/results/1/success", "true");
    JsonNode details = answer.at("/results/0/error/details");
    assertEquals("customFields.tier_enum", details.at("/0/fieldName").asText(), answer::body);
  }

  @ParameterizedTest
  @EnumSource
  void a_record_goes_over_to_another_schema_with_other_values(Of of) {
    String id = add(of, "{\"tier_enum\": \"gold\"}").answers(200).id();
    String other =
        directory
            .asAdmin()
            .post(of.records + "/schemas", Samples.SCHEMA.replace("\"Loyalty\"", "\"Club\""))
            .answers(200)
            .id();

    directory
        .asAdmin()
        .put(of.records + "/" + id, Samples.following(of.least, other, "{\"tier_enum\": \"tin\"}"))
        .refuses(400, "invalid.value", "customFields.tier_enum", "disabled");
    directory
        .asAdmin()
        .put(of.records + "/" + id, Samples.following(of.least, other, "{\"shirt_text\": \"M\"}"))
        .answers(200)
        .holds("/schema/id", "\"" + other + "\"")
        .lacks("/customFields/tier_enum");
    directory
        .asAdmin()
        .put(of.records + "/" + id, of.least)
        .answers(200)
        .lacks("/schema")
        .lacks("/customFields");
  }

  @ParameterizedTest
  @EnumSource
  void identifiers_and_tags_find_their_record_whole_and_in_any_case(Of of) {
    String id =
        add(of, "{\"card_identifier\": \"KX-7040\", \"likes_tag\": [\"Early calls\", \"tea\"]}")
            .answers(200)
            .id();
    add(of, "{\"card_identifier\": \"KX-7041\", \"shirt_text\": \"KX-9\"}").answers(200);

    for (String typed : new String[] {"kx-7040", " KX-7040 ", "EARLY CALLS", "tea"}) {
      assertEquals(List.of(id), found(of, typed), typed);
    }
    for (String typed : new String[] {"kx-704", "x-7040", "KX-9", "early"}) {
      assertEquals(List.of(), found(of, typed), typed);
    }
    put(of, id, "{\"card_identifier\": \"KX-8000\"}").answers(200);
    assertEquals(List.of(), found(of, "kx-7040"));
    assertEquals(List.of(id), found(of, "kx-8000"));
    directory.asAdmin().delete(of.records + "/" + id).answers(200);
    assertEquals(List.of(), found(of, "kx-8000"));
  }

  private List<String> found(Of of, String typed) {
    return directory
        .asAdmin()
        .get(of.records + "?q={}", typed)
        .answers(200)
        .each("/entities", "/id");
  }

  @ParameterizedTest
  @EnumSource
  void nobody_finds_a_record_of_another_division_or_organization_by_its_tag(Of of) {
    String legal = directory.division("Legal").wireId();
    String inLegal = of.least.replaceFirst("}$", ", \"division\": {\"id\": \"" + legal + "\"}}");
    directory
        .asAdmin()
        .post(of.records, Samples.following(inLegal, schema(of), "{\"likes_tag\": [\"tea\"]}"))
        .answers(200);

    for (Agent stranger :
        List.of(directory.everythingIn("Billing"), newDirectory("Theirs").admin())) {
      api.as(stranger).get(of.records + "?q=tea").answers(200).holds("/total", "0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pages_show_values_by_their_titles_and_saving_a_form_keeps_them(Of of) {
    String id = add(of, Samples.CUSTOM_FIELDS).answers(200).id();
    put(of, id, "{\"tier_enum\": \"silver\", \"vip_checkbox\": true}").answers(200);
    String page = (of == Of.CONTACTS ? "/contacts/" : "/organizations/") + id;
    var admin = api.at(directory.person("Admin", "*"));

    admin
        .get(page)
        .shows(200)
        .saying("<dt>Tier</dt><dd translate=\"no\">silver</dd>")
        .saying("<dt>VIP</dt><dd translate=\"no\">Yes</dd>");
    var saved = admin.post(page, "version=2&firstName=Ana&lastName=Ruiz&name=Ruiz");
    assertEquals(303, saved.status(), saved::body);
    directory
        .asAdmin()
        .get(of.records + "/" + id)
        .answers(200)
        .holds("/customFields/tier_enum", "\"silver\"");
  }

  @Test
  void the_history_says_values_by_their_titles() {
    String id = add(Of.CONTACTS, "{\"tier_enum\": \"gold\"}").answers(200).id();
    put(Of.CONTACTS, id, "{\"tier_enum\": \"silver\"}").answers(200);

    api.at(directory.person("Admin", "*"))
        .get("/contacts/" + id + "/history")
        .shows(200)
        .saying("Custom fields")
        .saying("Tier: Gold")
        .saying("Tier: silver");
  }

  @Test
  void the_page_says_that_a_custom_field_matched() {
    add(Of.CONTACTS, "{\"card_identifier\": \"KX-7040\"}").answers(200);

    api.at(directory.person("Agent", "*"))
        .get("/contacts?q=kx-7040")
        .shows(200)
        .saying("Ruiz")
        .saying("Custom field");
  }
}
