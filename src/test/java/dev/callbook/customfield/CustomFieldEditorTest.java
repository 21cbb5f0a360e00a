package dev.callbook.customfield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The editor of custom fields, as a browser without scripts uses it: each button posts the whole
/// work and shows what becomes of it.
@QuarkusTest
class CustomFieldEditorTest extends FeatureTest {
  private static final Pattern HIDDEN =
      Pattern.compile(
          "<input type=\"hidden\" name=\"(schema|version|draft|open)\" value=\"([^\"]*)\">");

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  /// A page of the editor, whose buttons can be pressed.
  private record Editor(Api api, Answer page) {
    private Map<String, String> hidden() {
      Map<String, String> fields = new TreeMap<>();
      Matcher found = HIDDEN.matcher(page.body());
      while (found.find()) {
        fields.putIfAbsent(
            found.group(1),
            found
                .group(2)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
      }
      return fields;
    }

    private String form(String button, String... typed) {
      Map<String, String> fields = hidden();
      fields.put("name", "Loyalty");
      fields.put("do", button);
      for (String field : typed) {
        String[] parts = field.split("=", 2);
        fields.put(parts[0], parts[1]);
      }
      return fields.entrySet().stream()
          .map(field -> field.getKey() + "=" + Api.encode(field.getValue()))
          .collect(Collectors.joining("&"));
    }

    Editor press(String button, String... typed) {
      return new Editor(api, api.post("/custom-fields", form(button, typed)).shows(200));
    }

    Answer refused(int status, String button, String... typed) {
      return api.post("/custom-fields", form(button, typed)).shows(status);
    }

    Answer publish(String... typed) {
      Answer answer = api.post("/custom-fields", form("publish", typed));
      assertEquals(303, answer.status(), answer::body);
      return answer;
    }

    Answer effects(String... typed) {
      return api.post("/custom-fields/effects", form("", typed)).shows(200);
    }
  }

  private Editor editor(Seat person, String schema) {
    return new Editor(
        api.at(person),
        api.at(person).get("/custom-fields?of=contacts&schema=" + schema).shows(200));
  }

  private String newSchema() {
    Answer made = api.at(admin).post("/custom-fields/schemas", "of=contacts&name=Loyalty");
    assertEquals(303, made.status(), made::body);
    return made.header("Location").replaceFirst(".*schema=", "");
  }

  private JsonNode stored(String schema) {
    return directory.asAdmin().get(CONTACTS + "/schemas/" + schema).answers(200).json();
  }

  private List<String> order(String schema) {
    return stored(schema)
        .at("/jsonSchema/properties")
        .propertyStream()
        .map(Map.Entry::getKey)
        .toList();
  }

  private String holding(String schema, String values) {
    return directory
        .asAdmin()
        .post(
            CONTACTS,
            Samples.following(
                "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"division\": {\"id\": \""
                    + directory.division("Billing").wireId()
                    + "\"}}",
                schema,
                values))
        .answers(200)
        .id();
  }

  @Test
  void an_admin_makes_a_schema_and_the_forms_ask_for_its_fields() {
    api.at(admin).get("/custom-fields").shows(200).saying("No custom fields yet");
    String schema = newSchema();
    editor(admin, schema)
        .press("new:text")
        .press("done", "title=Shirt size", "most=4", "required=true", "description=As on the label")
        .press("new:enum")
        .press("done", "title=Kundenstufe für Öl", "newOptions=Gold\r\n\r\n Silver ")
        .press("new:tag")
        .press("done", "title=Likes", "least=1", "most=3", "itemMost=20", "unique=true")
        .press("new:number")
        .press("done", "title=Rate", "least=-1.5", "most=2.5")
        .publish()
        .header("Location");
    JsonNode document = stored(schema).path("jsonSchema");
    assertEquals(
        tree(
            """
            {"allOf": [{"$ref": "#/definitions/text"}], "title": "Shirt size", "description": "As on the label",
             "maxLength": 4}
            """),
        document.at("/properties/shirt_size_text"));
    assertEquals(
        tree(
            """
            {"allOf": [{"$ref": "#/definitions/enum"}], "title": "Kundenstufe für Öl", "enum": ["Gold", "Silver"]}
            """),
        document.at("/properties/kundenstufe_fur_ol_enum"));
    assertEquals(tree("[\"shirt_size_text\"]"), document.path("required"));
    assertEquals(2, stored(schema).path("version").asInt());
    api.at(admin)
        .get("/contacts/new")
        .shows(200)
        .saying("Shirt size <span class=\"dim\">required</span>")
        .saying("Number from -1.5 to 2.5.");
    assertEquals(2, directory.writesOf(schema));
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException fault) {
      throw new IllegalArgumentException(fault);
    }
  }

  @Test
  void what_breaks_a_rule_is_said_beside_its_input_and_what_was_typed_stays() {
    Editor editor = editor(admin, newSchema()).press("new:integer");
    editor
        .refused(422, "done", "title=", "least=7", "most=3")
        .saying("Name the field; people see this above its input.")
        .saying("This must not be larger than the other limit.")
        .saying("value=\"7\"");
    editor
        .press("close")
        .press("new:enum")
        .refused(422, "up:nothing", "title=Tier", "newOptions=a\na")
        .saying("A list has 1 to 50 options, each once.")
        .saying(">a\na</textarea>");
    api.at(admin).post("/custom-fields", "schema=nonsense").shows(400);
    api.at(admin)
        .post("/custom-fields", "schema=" + newSchemaNamed("Other") + "&version=1&draft=%7B%7D")
        .shows(400);
  }

  private String newSchemaNamed(String name) {
    return api.at(admin)
        .post("/custom-fields/schemas", "of=contacts&name=" + name)
        .header("Location")
        .replaceFirst(".*schema=", "");
  }

  @Test
  void fields_are_ordered_retired_and_restored_and_no_record_loses_a_value() {
    String schema = directory.schemaOf(CONTACTS);
    holding(schema, "{\"shirt_text\": \"M\", \"tier_enum\": \"gold\"}");
    editor(admin, schema)
        .press("down:shirt_text")
        .press("up:vip_checkbox")
        .press("retire:shirt_text")
        .publish();
    List<String> order = order(schema);
    assertEquals("shirt_text", order.get(1));
    assertEquals("vip_checkbox", order.get(9));
    assertTrue(stored(schema).at("/jsonSchema/properties/shirt_text/_disabled").asBoolean());
    assertFalse(api.at(admin).get("/contacts/new").body().contains("custom-shirt_text"));
    editor(admin, schema).press("restore:shirt_text").publish();
    api.at(admin).get("/contacts/new").shows(200).saying("custom-shirt_text");
    api.at(admin)
        .get("/custom-fields/schemas/" + schema + "/versions")
        .shows(200)
        .saying("Version 3")
        .saying("Amara Okafor")
        .saying("<dt>Shirt, State</dt><dd translate=\"no\"><del>Retired</del> <ins>In use</ins>")
        .saying("<dt>Order</dt>");
  }

  @Test
  void publishing_what_is_the_same_makes_no_version() {
    String schema = directory.schemaOf(CONTACTS);
    Editor editor = editor(admin, schema);
    for (String key : order(schema)) {
      editor = editor.press("open:" + key, typedAs(schema, key));
    }
    editor.press("close").publish();
    assertEquals(1, stored(schema).path("version").asInt());
    assertEquals(1, directory.writesOf(schema));
  }

  /// Nothing is open when the first is opened; later each is as the page before showed it.
  private String[] typedAs(String schema, String key) {
    List<String> order = order(schema);
    int at = order.indexOf(key);
    if (at == 0) {
      return new String[0];
    }
    JsonNode says = stored(schema).at("/jsonSchema/properties/" + order.get(at - 1));
    JsonNode lengths = says.has("items") ? says.path("items") : says;
    boolean isTag = says.has("items");
    return new String[] {
      "title=" + says.path("title").asText(),
      "description=" + says.path("description").asText(),
      "least=" + first(says, isTag ? "minItems" : "minLength", "minimum"),
      "most=" + first(says, isTag ? "maxItems" : "maxLength", "maximum"),
      "itemLeast=" + (isTag ? lengths.path("minLength").asText() : ""),
      "itemMost=" + (isTag ? lengths.path("maxLength").asText() : ""),
      "unique=" + says.path("uniqueItems").asText(),
      "option-title-0=Gold",
      "option-title-1=silver",
      "option-title-2=Tin",
      "option-retired-2=true"
    };
  }

  private static String first(JsonNode says, String one, String other) {
    return says.has(one) ? says.get(one).asText() : says.path(other).asText();
  }

  @Test
  void a_change_says_first_how_many_records_it_meets_in_the_divisions_of_the_admin() {
    String schema = directory.schemaOf(CONTACTS);
    IntStream.rangeClosed(1, 3)
        .forEach(i -> holding(schema, "{\"shirt_text\": \"%s\"}".formatted("X".repeat(i * 3))));
    holding(schema, "{\"likes_tag\": [\"tea\", \"coffee\"], \"visits_integer\": 7}");
    Editor editor = editor(admin, schema);
    editor
        .press("open:shirt_text")
        .effects("title=Shirt", "least=1", "most=5", "required=true")
        .saying("Shirt: values that would no longer fit: 2 of 3.")
        .saying("Shirt: records without a value: 1.");
    editor
        .press("open:likes_tag")
        .effects("title=Likes", "least=1", "most=3", "itemLeast=2", "itemMost=4", "unique=true")
        .saying("Likes: values that would no longer fit: 1 of 1.");
    editor
        .press("open:visits_integer")
        .effects("title=Visits", "least=0", "most=6")
        .saying("Visits: values that would no longer fit: 1 of 1.");
    editor.press("retire:shirt_text").effects().saying("Shirt: records with a value: 3.");
    api.at(admin)
        .get("/custom-fields/schemas/" + schema + "/use")
        .shows(200)
        .saying("id=\"use-shirt_text\"")
        .saying("</span>3</span>");
    Seat elsewhere = directory.person("Admin", "Legal");
    String use =
        api.at(elsewhere).get("/custom-fields/schemas/" + schema + "/use").shows(200).body();
    assertFalse(use.contains("</span>3</span>"), use);
  }

  @Test
  void who_publishes_second_sees_what_the_first_changed_and_loses_nothing() {
    String schema = directory.schemaOf(CONTACTS);
    Editor mine = editor(admin, schema).press("open:card_identifier");
    Seat other = directory.person("Admin", "*");
    editor(other, schema)
        .press("open:shirt_text")
        .press("done", "title=T-shirt", "least=1", "most=10")
        .press("new:date")
        .press("done", "title=Birthday")
        .publish();
    Answer overtaken =
        mine.press("done", "title=Card number", "least=3", "most=20").refused(409, "publish");
    overtaken.saying("Amara Okafor published version 2").saying("<ins>T-shirt</ins>");
    new Editor(api.at(admin), overtaken).publish();
    JsonNode now = stored(schema);
    assertEquals(3, now.path("version").asInt());
    assertEquals("T-shirt", now.at("/jsonSchema/properties/shirt_text/title").asText());
    assertEquals("Card number", now.at("/jsonSchema/properties/card_identifier/title").asText());
    assertTrue(now.at("/jsonSchema/properties").has("birthday_date"));
  }

  @Test
  void the_admin_chooses_which_schema_new_records_begin_with() {
    newSchema();
    String second = newSchemaNamed("Press");
    String path = "/custom-fields/schemas/" + second + "/state";
    assertEquals(303, api.at(admin).post(path, "state=first").status());
    assertEquals(303, api.at(admin).post(path, "state=first").status());
    assertEquals(2, directory.writesOf(second));
    api.at(admin)
        .get("/contacts/new")
        .shows(200)
        .saying("<option value=\"" + second + "\" selected>Press</option>");
    assertEquals(303, api.at(admin).post(path, "state=off").status());
    assertFalse(api.at(admin).get("/contacts/new").body().contains("Press"));
    api.at(admin).post(path, "state=first").shows(409);
    api.at(admin)
        .post("/custom-fields/schemas", "of=contacts&name=loyalty")
        .shows(422)
        .saying("Another set has this name.");
  }
}
