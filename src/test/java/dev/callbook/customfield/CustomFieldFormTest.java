package dev.callbook.customfield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Custom fields in the forms that make and change contacts and organizations.
@QuarkusTest
class CustomFieldFormTest extends FeatureTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Of {
    CONTACTS("/contacts", FeatureTest.CONTACTS, "firstName=Ana", "lastName=Ruiz"),
    ORGANIZATIONS("/organizations", FeatureTest.ORGANIZATIONS, "name=Ruiz");

    private final String page;
    private final String api;
    private final String names;

    Of(String page, String api, String... names) {
      this.page = page;
      this.api = api;
      this.names = String.join("&", names) + "&division=*";
    }
  }

  private Seat agent;
  private String schema = "";

  @BeforeEach
  void signIn() {
    agent = directory.person("Admin", "*");
  }

  /// `a=1` `b=2`, each value encoded.
  private static String form(String... fields) {
    return Stream.of(fields)
        .map(field -> field.split("=", 2))
        .map(field -> field[0] + "=" + Api.encode(field[1]))
        .collect(Collectors.joining("&", "&", ""));
  }

  private Answer add(Of of, String... fields) {
    return api.at(agent).post(of.page, of.names + form(fields));
  }

  private Answer save(Of of, String id, int version, String... fields) {
    return api.at(agent).post(of.page + "/" + id, of.names + "&version=" + version + form(fields));
  }

  private static String created(Answer answer) {
    assertEquals(303, answer.status(), answer::body);
    return answer.header("Location").replaceFirst(".*/", "");
  }

  private Answer stored(Of of, String id) {
    return directory.asAdmin().get(of.api + "/" + id).answers(200);
  }

  private void loyalty(Of of) {
    schema = directory.schemaOf(of.api);
  }

  /// A record through the API, with these values.
  private String following(Of of, String values) {
    String least =
        of == Of.CONTACTS
            ? "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}"
            : "{\"name\": \"Ruiz\"}";
    return directory
        .asAdmin()
        .post(of.api, Samples.following(least, schema, values))
        .answers(200)
        .id();
  }

  /// Makes the schema's next version.
  private void change(Of of, String pointer, String name, String value) throws Exception {
    String path = of.api + "/schemas/" + schema;
    ObjectNode json = (ObjectNode) directory.asAdmin().get(path).answers(200).json();
    ((ObjectNode) json.at(pointer)).set(name, JSON.readTree(value));
    directory.asAdmin().put(path, json.toString()).answers(200);
  }

  @ParameterizedTest
  @EnumSource
  void a_form_asks_for_each_field_with_its_limits_and_says_them(Of of) throws Exception {
    loyalty(of);
    change(of, "/jsonSchema", "required", "[\"tier_enum\"]");
    api.at(agent)
        .get(of.page + "/new")
        .shows(200)
        .saying("name=\"custom-shirt_text\" type=\"text\"")
        .saying("maxlength=\"10\"")
        .saying("How we met. 2 to 500 characters.")
        .saying("type=\"url\"")
        .saying("Tier <span class=\"dim\">required</span>")
        .saying("<option value=\"gold\">Gold</option>")
        .saying("One a line, at most 3.")
        .saying("Whole number from 0 to 1,000.")
        .saying("pattern=\"-?[0-9]{1,30}\"")
        .saying("Number from -1.5 to 1.5.")
        .saying("type=\"date\"")
        .saying("type=\"datetime-local\"")
        .saying("type=\"checkbox\" id=\"custom-vip_checkbox\"");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_typed_is_kept_in_its_core_types_form(Of of) {
    loyalty(of);
    String id =
        created(
            add(
                of,
                "schema=" + schema,
                "custom-shirt_text= M ",
                "custom-story_longtext=Met at a fair.\r\nCame back.",
                "custom-site_url=https://club.example/7",
                "custom-card_identifier=KX-7040",
                "custom-tier_enum=gold",
                "custom-likes_tag=tea\r\n\r\nEarly calls",
                "custom-visits_integer=3",
                "custom-rate_number=0.25",
                "custom-since_date=2024-02-29",
                "custom-seen_datetime=2026-03-31T12:30",
                "custom-vip_checkbox=",
                "custom-vip_checkbox=true"));
    assertEquals(
        tree(Samples.CUSTOM_FIELDS), stored(of, id).json().path("customFields"), "customFields");
    api.at(agent)
        .get(of.page + "/" + id)
        .shows(200)
        .saying("<dt>Tier</dt>")
        .saying("Gold")
        .saying("2026-03-31 12:30 UTC");
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shirt_text      | ABCDEFGHIJK        | At most 10 characters fit here",
        "story_longtext  | a                  | Enter at least 2 characters.",
        "site_url        | club.example       | Enter a web address",
        "tier_enum       | platinum           | Choose one of the options.",
        "tier_enum       | tin                | This takes no new value any more.",
        "likes_tag       | t                  | Enter at least 2 characters.",
        "visits_integer  | 1001               | Enter a number within this field’s limits.",
        "visits_integer  | 1.5                | Enter a number within this field’s limits.",
        "rate_number     | 1,000              | Enter a number within this field’s limits.",
        "rate_number     | NaN                | Enter a number within this field’s limits.",
        "since_date      | 31.03.2026         | Enter a date of the calendar",
        "seen_datetime   | noon               | Enter a date with its time"
      })
  void a_value_that_breaks_a_rule_is_refused_at_its_field_and_stays(
      String key, String typed, String words) {
    for (Of of : Of.values()) {
      loyalty(of);
      Answer refused =
          add(of, "schema=" + schema, "custom-card_identifier=KX-1", "custom-" + key + "=" + typed)
              .shows(422)
              .saying("id=\"custom-" + key + "-error\"")
              .saying("href=\"#custom-" + key + "\"")
              .saying("1 field needs attention")
              .saying(words)
              .saying("value=\"KX-1\"");
      if (!key.endsWith("_enum")) {
        refused.saying(typed);
      }
      assertEquals(0, directory.asAdmin().get(of.api).answers(200).json().path("total").asInt());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_required_is_asked_of_a_new_record_and_of_no_one_who_leaves_the_fields_alone(Of of)
      throws Exception {
    loyalty(of);
    String old = following(of, "{\"shirt_text\": \"M\"}");
    change(of, "/jsonSchema", "required", "[\"tier_enum\", \"vip_checkbox\"]");

    add(of, "schema=" + schema, "custom-tier_enum=", "custom-vip_checkbox=")
        .shows(422)
        .saying("id=\"custom-tier_enum-error\"")
        .saying("Fill this in.");
    String added =
        created(add(of, "schema=" + schema, "custom-tier_enum=gold", "custom-vip_checkbox="));
    stored(of, added).holds("/customFields", "{\"tier_enum\":\"gold\",\"vip_checkbox\":false}");

    String[] untouched = {
      "schema=" + schema, "custom-shirt_text=M", "custom-tier_enum=", "custom-vip_checkbox="
    };
    assertEquals(303, save(of, old, 1, with("title=Buyer", "industry=Steel", untouched)).status());
    stored(of, old).holds("/schema/version", "1").holds("/version", "2");
    untouched[1] = "custom-shirt_text=L";
    save(of, old, 2, untouched).shows(422).saying("id=\"custom-tier_enum-error\"");
    untouched[2] = "custom-tier_enum=silver";
    assertEquals(303, save(of, old, 2, untouched).status());
    stored(of, old).holds("/schema/version", "2").holds("/customFields/shirt_text", "\"L\"");
  }

  private static String[] with(String one, String two, String... rest) {
    return Stream.concat(Stream.of(one, two), Stream.of(rest)).toArray(String[]::new);
  }

  @ParameterizedTest
  @EnumSource
  void a_form_that_shows_no_custom_fields_takes_none_away(Of of) {
    loyalty(of);
    String id = following(of, Samples.CUSTOM_FIELDS);
    assertEquals(303, save(of, id, 1, "title=Buyer", "industry=Steel").status());
    assertEquals(tree(Samples.CUSTOM_FIELDS), stored(of, id).json().path("customFields"));
    // One field alone, as of a form that is older than the others.
    assertEquals(303, save(of, id, 2, "schema=" + schema, "custom-shirt_text=").status());
    assertEquals(
        tree(Samples.CUSTOM_FIELDS).without("shirt_text"),
        stored(of, id).json().path("customFields"));
  }

  @Test
  void what_a_form_cannot_show_whole_stays_whole() {
    loyalty(Of.CONTACTS);
    String id = following(Of.CONTACTS, "{\"seen_datetime\": \"2026-03-31T12:30:15.250Z\"}");
    api.at(agent).get("/contacts/" + id + "/edit").shows(200).saying("value=\"2026-03-31T12:30\"");
    String[] fields = {
      "schema=" + schema, "custom-seen_datetime=2026-03-31T12:30", "custom-shirt_text=M"
    };
    assertEquals(303, save(Of.CONTACTS, id, 1, fields).status());
    stored(Of.CONTACTS, id)
        .holds("/customFields/seen_datetime", "\"2026-03-31T12:30:15.250Z\"")
        .holds("/customFields/shirt_text", "\"M\"");
  }

  @ParameterizedTest
  @EnumSource
  void a_retired_field_keeps_its_value_and_is_shown_in_words_only(Of of) throws Exception {
    loyalty(of);
    String id = following(of, "{\"card_identifier\": \"KX-7040\", \"shirt_text\": \"M\"}");
    String field = "/jsonSchema/properties/card_identifier";
    change(of, field, "maxLength", "4");
    change(of, field, "_disabled", "true");

    Answer edit = api.at(agent).get(of.page + "/" + id + "/edit").shows(200);
    edit.saying("<dt>Card</dt>").saying("KX-7040").saying("Out of use");
    assertFalse(edit.body().contains("name=\"custom-card_identifier\""), edit::body);
    assertEquals(303, save(of, id, 1, "schema=" + schema, "custom-shirt_text=L").status());
    stored(of, id)
        .holds("/schema/version", "3")
        .holds("/customFields", "{\"card_identifier\":\"KX-7040\",\"shirt_text\":\"L\"}");
    // Typed into a form that was opened before the field was retired.
    save(of, id, 2, "schema=" + schema, "custom-card_identifier=KX-1")
        .shows(422)
        .saying("id=\"custom-card_identifier-error\"")
        .saying("This takes no new value any more.");
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_out_of_use_keeps_its_values(Of of) throws Exception {
    loyalty(of);
    String id = following(of, "{\"tier_enum\": \"gold\"}");
    change(of, "", "enabled", "false");
    Answer edit = api.at(agent).get(of.page + "/" + id + "/edit").shows(200);
    edit.saying("<dt>Tier</dt>").saying("Gold");
    assertFalse(edit.body().contains("name=\"custom-"), edit::body);
    assertEquals(303, save(of, id, 1, "title=Buyer", "industry=Steel").status());
    stored(of, id).holds("/customFields", "{\"tier_enum\":\"gold\"}");
    String blank = api.at(agent).get(of.page + "/new").shows(200).body();
    assertFalse(blank.contains("name=\"custom-"), blank);
    add(of, "schema=" + schema, "custom-tier_enum=gold").shows(422).saying("id=\"schema-error\"");
  }

  @ParameterizedTest
  @EnumSource
  void of_several_schemas_a_record_without_one_picks(Of of) {
    loyalty(of);
    String other =
        directory
            .asAdmin()
            .post(
                of.api + "/schemas",
                """
                {"name": "Fleet", "jsonSchema": {"properties": {
                  "vans_integer": {"allOf": [{"$ref": "#/definitions/integer"}], "title": "Vans"}}}}
                """)
            .answers(200)
            .id();
    api.at(agent)
        .get(of.page + "/new")
        .shows(200)
        .saying("<option value=\"" + schema + "\" selected>Loyalty</option>")
        .saying("<option value=\"" + other + "\">Fleet</option>");
    Answer picked = add(of, "schema=" + other, "do=schema").shows(200);
    picked.saying("name=\"custom-vans_integer\"").saying("data-edited=\"true\"").saying("Ruiz");
    assertFalse(picked.body().contains("name=\"custom-shirt_text\""), picked::body);

    String id = created(add(of, "schema=" + other, "custom-vans_integer=3"));
    stored(of, id).holds("/schema/id", "\"" + other + "\"");
    // It stays with the one that it follows.
    Answer edit = api.at(agent).get(of.page + "/" + id + "/edit").shows(200);
    assertFalse(edit.body().contains("<select class=\"form-select\" id=\"schema\""), edit::body);
    stored(of, created(add(of, "schema="))).lacks("/schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "019ab0f6-7c00-7000-8000-000000000009"})
  void a_schema_that_is_none_is_refused(String id) {
    for (Of of : Of.values()) {
      assertTrue(add(of, "schema=" + id, "custom-a_text=x").status() / 100 == 4, id);
      loyalty(of);
      newDirectory("Theirs");
      Seat theirs = newDirectory("Theirs too").person("Admin", "*");
      api.at(theirs)
          .post(of.page, of.names + form("schema=" + schema, "custom-shirt_text=M"))
          .shows(422);
    }
  }

  @Test
  void numbers_are_written_as_the_pages_language_writes_them() {
    loyalty(Of.CONTACTS);
    String fields = form("schema=" + schema, "custom-rate_number=0,25");
    var german = api.at(agent).with("Accept-Language", "de");
    String id = created(german.post("/contacts", Of.CONTACTS.names + fields));
    stored(Of.CONTACTS, id).holds("/customFields/rate_number", "0.25");
    german
        .get("/contacts/" + id + "/edit")
        .shows(200)
        .saying("value=\"0,25\"")
        .saying("Zahl von -1,5 bis 1,5.");
    german
        .post("/contacts", Of.CONTACTS.names + form("schema=" + schema, "custom-rate_number=1.000"))
        .shows(422);
  }

  @ParameterizedTest
  @EnumSource
  void of_two_who_edit_one_record_the_second_chooses_field_by_field(Of of) {
    loyalty(of);
    String id = following(of, "{\"shirt_text\": \"M\", \"tier_enum\": \"gold\"}");
    String[] theirs = {"schema=" + schema, "custom-shirt_text=L", "custom-tier_enum=gold"};
    assertEquals(303, save(of, id, 1, theirs).status());
    String[] mine = {"schema=" + schema, "custom-shirt_text=S", "custom-tier_enum=silver"};

    Answer conflict = save(of, id, 1, mine).shows(409);
    conflict
        .saying("name=\"take-custom-shirt_text\" value=\"saved\"")
        .saying("silver")
        .saying("name=\"version\" value=\"2\"");
    assertFalse(conflict.body().contains("take-custom-card"), conflict::body);

    String[] chosen = with("take-custom-shirt_text=saved", "take-custom-tier_enum=yours", mine);
    assertEquals(303, save(of, id, 2, chosen).status());
    stored(of, id).holds("/customFields", "{\"shirt_text\":\"L\",\"tier_enum\":\"silver\"}");
    api.at(agent).get(of.page + "/" + id + "/history").shows(200).saying("Tier: silver");
  }

  @Test
  void a_broken_value_comes_before_the_conflict() {
    loyalty(Of.CONTACTS);
    String id = following(Of.CONTACTS, "{\"shirt_text\": \"M\"}");
    assertEquals(303, save(Of.CONTACTS, id, 1, "title=Buyer").status());
    save(Of.CONTACTS, id, 1, "schema=" + schema, "custom-visits_integer=many")
        .shows(422)
        .saying("id=\"custom-visits_integer-error\"")
        .saying("name=\"version\" value=\"1\"");
  }
}
