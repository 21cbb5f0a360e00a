package dev.callbook.customfield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema operations of contacts and organizations.
@QuarkusTest
@Tag("oldest-postgres")
class CustomSchemaTest extends FeatureTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Of {
    CONTACTS(FeatureTest.CONTACTS),
    ORGANIZATIONS(FeatureTest.ORGANIZATIONS);

    private final String schemas;

    Of(String records) {
      this.schemas = records + "/schemas";
    }
  }

  private static String schema(String name, String properties) {
    return "{\"name\": \"%s\", \"jsonSchema\": {\"properties\": {%s}}}".formatted(name, properties);
  }

  private static String field(String key, String type, String more) {
    return "\"%s\": {\"allOf\": [{\"$ref\": \"#/definitions/%s\"}], \"title\": \"T\"%s}"
        .formatted(key, type, more);
  }

  private static ObjectNode parse(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json);
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_with_every_core_type_is_kept_as_it_was_sent(Of of) throws Exception {
    var added = directory.asAdmin().post(of.schemas, Samples.SCHEMA);

    added
        .answers(200)
        .holds("/version", "1")
        .holds("/enabled", "true")
        .holds("/deleted", "false")
        .holds("/name", "\"Loyalty\"")
        .holds("/selfUri", "\"" + of.schemas + "/" + added.id() + "\"")
        .holds("/appliesTo", of == Of.CONTACTS ? "[\"CONTACT\"]" : "[\"EXTERNAL_ORGANIZATION\"]")
        .holds("/jsonSchema", parse(Samples.SCHEMA).get("jsonSchema").toString());
    assertEquals(
        added.body(), directory.asAdmin().get(of.schemas + "/" + added.id()).answers(200).body());
    assertEquals(
        List.of(added.id()),
        directory.asAdmin().get(of.schemas).answers(200).each("/entities", "/id"));
    assertEquals(1, directory.writesOf(added.id()));
  }

  @ParameterizedTest
  @EnumSource
  void the_sets_of_contacts_and_of_organizations_know_nothing_of_each_other(Of of) {
    String id = directory.asAdmin().post(of.schemas, Samples.SCHEMA).answers(200).id();
    Of other = of == Of.CONTACTS ? Of.ORGANIZATIONS : Of.CONTACTS;

    directory.asAdmin().get(other.schemas + "/" + id).refuses(404, "not.found");
    directory.asAdmin().get(other.schemas).answers(200).holds("/total", "0");
    directory.asAdmin().post(other.schemas, Samples.SCHEMA).answers(200);
  }

  @ParameterizedTest
  @EnumSource
  void each_put_makes_the_next_version_and_the_old_ones_stay(Of of) throws Exception {
    ObjectNode schema =
        parse(directory.asAdmin().post(of.schemas, Samples.SCHEMA).answers(200).body());
    String path = of.schemas + "/" + schema.get("id").asText();

    directory.asAdmin().put(path, schema.toString()).answers(200).holds("/version", "1");
    schema.put("name", "Club");
    directory
        .asAdmin()
        .put(path, schema.toString())
        .answers(200)
        .holds("/version", "2")
        .holds("/name", "\"Club\"");

    directory
        .asAdmin()
        .put(path, schema.put("name", "Circle").toString())
        .refuses(409, "general.conflict");
    schema.remove("version");
    directory
        .asAdmin()
        .put(path, schema.toString())
        .refuses(400, "invalid.value", "version", "required");
    assertEquals(
        List.of("2", "1"),
        directory.asAdmin().get(path + "/versions").answers(200).each("/entities", "/version"));
    directory.asAdmin().get(path + "/versions/1").answers(200).holds("/name", "\"Loyalty\"");
    directory.asAdmin().get(path + "/versions/3").refuses(404, "not.found");
    directory
        .asAdmin()
        .get(path + "/versions/0")
        .refuses(400, "invalid.value", "versionId", "invalid.value");
    assertEquals(2, directory.writesOf(path.substring(path.lastIndexOf('/') + 1)));
  }

  @ParameterizedTest
  @EnumSource
  void a_deleted_schema_leaves_the_list_and_stays_readable(Of of) throws Exception {
    ObjectNode schema =
        parse(directory.asAdmin().post(of.schemas, Samples.SCHEMA).answers(200).body());
    String path = of.schemas + "/" + schema.get("id").asText();

    assertEquals(204, directory.asAdmin().delete(path).status());
    assertEquals(204, directory.asAdmin().delete(path).status());

    directory.asAdmin().get(path).answers(200).holds("/deleted", "true").holds("/enabled", "false");
    directory.asAdmin().get(of.schemas).answers(200).holds("/total", "0");
    directory
        .asAdmin()
        .put(path, schema.put("name", "Club").toString())
        .refuses(409, "general.conflict");
    directory.asAdmin().post(of.schemas, Samples.SCHEMA).answers(200);
    assertEquals(2, directory.writesOf(schema.get("id").asText()));
  }

  @Test
  void a_name_may_be_taken_once() throws Exception {
    String schemas = Of.CONTACTS.schemas;
    directory.asAdmin().post(schemas, Samples.SCHEMA).answers(200);
    directory
        .asAdmin()
        .post(schemas, schema("LOYALTY", ""))
        .refuses(409, "general.conflict", "name", "conflict");
    ObjectNode other =
        parse(directory.asAdmin().post(schemas, schema("Club", "")).answers(200).body());
    directory
        .asAdmin()
        .put(schemas + "/" + other.get("id").asText(), other.put("name", "Loyalty").toString())
        .refuses(409, "general.conflict", "name", "conflict");
  }

  @Test
  void nobody_sees_the_schemas_of_another_organization() {
    String id = directory.asAdmin().post(Of.CONTACTS.schemas, Samples.SCHEMA).answers(200).id();
    var theirs = newDirectory("Theirs").asAdmin();

    theirs.get(Of.CONTACTS.schemas).answers(200).holds("/total", "0");
    theirs.get(Of.CONTACTS.schemas + "/" + id).refuses(404, "not.found");
    theirs.get(Of.CONTACTS.schemas + "/" + id + "/versions").refuses(404, "not.found");
    theirs.delete(Of.CONTACTS.schemas + "/" + id).refuses(404, "not.found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text      | \"minLength\": -1                    | .minLength      | invalid.value",
        "text      | \"maxLength\": 101                   | .maxLength      | invalid.value",
        "text      | \"maxLength\": 0                     | .maxLength      | invalid.value",
        "text      | \"maxLength\": 1.5                   | .maxLength      | invalid.value",
        "text      | \"minLength\": 9, \"maxLength\": 8   | .minLength      | invalid.value",
        "text      | \"pattern\": \"a+\"                  | ''              | unknown",
        "text      | \"_disabled\": \"yes\"               | ._disabled      | wrong.type",
        "text      | \"description\": 7                   | .description    | wrong.type",
        "longtext  | \"maxLength\": 1001                  | .maxLength      | invalid.value",
        "url       | \"maxLength\": 201                   | .maxLength      | invalid.value",
        "identifier| \"maxLength\": 101                   | .maxLength      | invalid.value",
        "enum      | \"enum\": []                         | .enum           | invalid.value",
        "enum      | \"x_\": 1                            | .enum           | invalid.value",
        "enum      | \"enum\": [\"a\", \"a\"]             | .enum[1]        | invalid.value",
        "enum      | \"enum\": [\" \"]                    | .enum[0]        | invalid.value",
        "enum      | \"enum\": [\"a\"], \"_enumProperties\": {\"b\": {}} | ._enumProperties | unknown",
        "enum      | \"enum\": [\"a\"], \"_enumProperties\": {\"a\": 1}  | ._enumProperties | wrong.type",
        "tag       | \"maxItems\": 11                     | .maxItems       | invalid.value",
        "tag       | \"minItems\": 3, \"maxItems\": 2     | .minItems       | invalid.value",
        "tag       | \"items\": {\"maxLength\": 101}      | .items.maxLength | invalid.value",
        "tag       | \"items\": {\"pattern\": \"a\"}      | .items          | unknown",
        "tag       | \"uniqueItems\": 1                   | .uniqueItems    | wrong.type",
        "integer   | \"minimum\": -9007199254740992       | .minimum        | invalid.value",
        "integer   | \"maximum\": 0.5                     | .maximum        | invalid.value",
        "integer   | \"minimum\": 2, \"maximum\": 1       | .minimum        | invalid.value",
        "number    | \"maximum\": 9007199254740992        | .maximum        | invalid.value",
        "number    | \"maximum\": 1e400                   | .maximum        | invalid.value",
        "date      | \"minimum\": 1                       | ''              | unknown",
        "datetime  | \"minLength\": 1                     | ''              | unknown",
        "checkbox  | \"enum\": [true]                     | ''              | unknown"
      })
  void a_field_beyond_the_limits_of_its_core_type_is_refused_by_name(
      String type, String limit, String place, String rule) {
    String key = "some_" + type;
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("Bad", field(key, type, ", " + limit)))
        .refuses(400, "invalid.value", "jsonSchema.properties." + key + place, rule);
  }

  @Test
  void an_enum_has_fifty_options_of_a_hundred_characters_at_most() {
    String options = options(50, "o".repeat(97));
    directory
        .asAdmin()
        .post(
            Of.CONTACTS.schemas, schema("Full", field("a_enum", "enum", ", \"enum\": " + options)))
        .answers(200);
    directory
        .asAdmin()
        .post(
            Of.CONTACTS.schemas,
            schema("Fuller", field("a_enum", "enum", ", \"enum\": " + options(51, "o"))))
        .refuses(400, "invalid.value", "jsonSchema.properties.a_enum.enum", "invalid.value");
    directory
        .asAdmin()
        .post(
            Of.CONTACTS.schemas,
            schema("Longer", field("a_enum", "enum", ", \"enum\": " + options(1, "o".repeat(101)))))
        .refuses(400, "invalid.value", "jsonSchema.properties.a_enum.enum[0]", "too.long");
  }

  private static String options(int count, String text) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + text + (i == 0 ? "" : "%03d".formatted(i)) + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tier", "_enum", "tier_colour", "Tier enum_text", "1st_text", "tier-x_text"})
  void a_key_that_is_no_name_with_its_core_type_is_refused(String key) {
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("Bad", field(key, "text", "")))
        .refuses(400, "invalid.value", "jsonSchema.properties", "invalid.value");
  }

  @Test
  void a_key_names_its_core_type_and_never_another() {
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("Bad", field("tier_enum", "text", "")))
        .refuses(400, "invalid.value", "jsonSchema.properties.tier_enum.allOf", "fixed");
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("Bad", "\"a_text\": {\"title\": \"T\"}"))
        .refuses(400, "invalid.value", "jsonSchema.properties.a_text.allOf", "required");
    directory
        .asAdmin()
        .post(
            Of.CONTACTS.schemas,
            schema("Bad", "\"a_text\": {\"allOf\": [{\"$ref\": \"#/definitions/text\"}]}"))
        .refuses(400, "invalid.value", "jsonSchema.properties.a_text.title", "required");
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("Bad", "\"a_text\": 1"))
        .refuses(400, "invalid.value", "jsonSchema.properties.a_text", "wrong.type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"$schema\": \"http://json-schema.org/draft-07/schema#\" | jsonSchema.$schema    | invalid.value",
        "\"type\": \"array\"                  | jsonSchema.type                 | invalid.value",
        "\"additionalProperties\": true       | jsonSchema.additionalProperties | invalid.value",
        "\"required\": [\"b_text\"]           | jsonSchema.required[0]          | unknown",
        "\"required\": \"a_text\"             | jsonSchema.required             | wrong.type",
        "\"patternProperties\": {}            | jsonSchema                      | unknown",
        "\"title\": 7                         | jsonSchema.title                | wrong.type"
      })
  void a_document_that_is_no_schema_of_ours_is_refused(String part, String place, String rule) {
    String body =
        "{\"name\": \"Bad\", \"jsonSchema\": {%s, \"properties\": {%s}}}"
            .formatted(part, field("a_text", "text", ""));
    directory.asAdmin().post(Of.CONTACTS.schemas, body).refuses(400, "invalid.value", place, rule);
  }

  @Test
  void a_schema_needs_a_name_a_document_and_properties() {
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, "{}")
        .refuses(400, "invalid.value", "name", "required")
        .refuses(400, "invalid.value", "jsonSchema", "required");
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, "{\"jsonSchema\": {\"title\": \"Titled\"}}")
        .refuses(400, "invalid.value", "jsonSchema.properties", "required");
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, "{\"jsonSchema\": {\"title\": \"Titled\", \"properties\": {}}}")
        .answers(200)
        .holds("/name", "\"Titled\"");
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("n".repeat(101), ""))
        .refuses(400, "invalid.value", "name", "too.long");
    directory.asAdmin().post(Of.CONTACTS.schemas, "").refuses(400, "invalid.value");
  }

  @Test
  void a_disabled_field_cannot_be_required() {
    String body =
        "{\"name\": \"Bad\", \"jsonSchema\": {\"required\": [\"a_text\"], \"properties\": {%s}}}"
            .formatted(field("a_text", "text", ", \"_disabled\": true"));
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, body)
        .refuses(400, "invalid.value", "jsonSchema.required[0]", "disabled");
  }

  @Test
  void fields_and_options_are_disabled_and_never_taken_away() throws Exception {
    ObjectNode schema =
        parse(directory.asAdmin().post(Of.CONTACTS.schemas, Samples.SCHEMA).answers(200).body());
    String path = Of.CONTACTS.schemas + "/" + schema.get("id").asText();
    ObjectNode properties = (ObjectNode) schema.at("/jsonSchema/properties");
    ObjectNode tier = (ObjectNode) properties.get("tier_enum");

    var options = tier.putArray("enum").add("gold").add("bronze").add("tin");
    directory
        .asAdmin()
        .put(path, schema.toString())
        .refuses(400, "invalid.value", "jsonSchema.properties.tier_enum.enum", "fixed");
    options.add("silver");
    ((ObjectNode) tier.get("_enumProperties")).putObject("silver").put("_disabled", true);
    directory.asAdmin().put(path, schema.toString()).answers(200).holds("/version", "2");

    schema.put("version", 2);
    var shirt = (ObjectNode) properties.remove("shirt_text");
    directory
        .asAdmin()
        .put(path, schema.toString())
        .refuses(400, "invalid.value", "jsonSchema.properties.shirt_text", "fixed");
    properties.set("shirt_text", shirt.put("_disabled", true));
    directory.asAdmin().put(path, schema.toString()).answers(200).holds("/version", "3");
  }

  @Test
  void there_may_be_so_many_schemas_and_fields_as_the_limits_say() {
    var limits = directory.asAdmin().get(Of.CONTACTS.schemas + "/limits").answers(200);
    int schemas = limits.at("/maxNumberOfSchemasPerOrg").asInt();
    int fields = limits.at("/maxNumberOfFieldsPerSchema").asInt();
    int inAll = limits.at("/maxNumberOfFieldsPerOrg").asInt();

    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("Wide", fields(fields + 1)))
        .refuses(400, "invalid.value", "jsonSchema.properties", "too.many");
    for (int i = 0; i < inAll / fields; i++) {
      directory
          .asAdmin()
          .post(Of.CONTACTS.schemas, schema("Wide " + i, fields(fields)))
          .answers(200);
    }
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("One more", fields(1)))
        .refuses(400, "invalid.value", "jsonSchema.properties", "too.many");
    for (int i = inAll / fields; i < schemas; i++) {
      directory.asAdmin().post(Of.CONTACTS.schemas, schema("Empty " + i, "")).answers(200);
    }
    directory
        .asAdmin()
        .post(Of.CONTACTS.schemas, schema("One more", ""))
        .refuses(409, "general.conflict");
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> field("f" + i + "_checkbox", "checkbox", ""))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @EnumSource
  void the_eleven_core_types_say_what_an_author_may_limit(Of of) {
    directory
        .asAdmin()
        .get(of.schemas + "/coretypes")
        .answers(
            200, "coretypes-of-" + of.name().toLowerCase(java.util.Locale.ROOT) + ".response.json");
    directory
        .asAdmin()
        .get(of.schemas + "/coretypes/tag")
        .answers(200)
        .holds("/itemValidationLimits/maxLength/max", "100")
        .holds("/validationLimits/maxItems/max", "10");
    directory.asAdmin().get(of.schemas + "/coretypes/colour").refuses(404, "not.found");
  }
}
