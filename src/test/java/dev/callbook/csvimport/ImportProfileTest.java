package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Saved import settings and CSV settings.
@QuarkusTest
@Tag("oldest-postgres")
class ImportProfileTest extends FeatureTest {
  private static final String SETTINGS = ImportOrders.IMPORT + "/settings";
  private static final String CSV = ImportOrders.IMPORT + "/csv/settings";

  private String settings(String name) {
    return """
    {"name": "%s", "matchingCriteria": ["Phone", "Email"], "mergeContacts": true, "externalSourceId": "%s",
     "importFields": [{"name": "$.firstName", "included": true}, {"name": "address", "included": false}]}
    """
        .formatted(name, directory.source("CRM"));
  }

  private String add(String name) {
    return directory.asAdmin().post(SETTINGS, settings(name)).answers(200).id();
  }

  @Test
  void import_settings_are_kept_replaced_and_removed() {
    Answer added = directory.asAdmin().post(SETTINGS, settings(" People ")).answers(200);
    String path = SETTINGS + "/" + added.id();
    added
        .holds("/name", "\"People\"")
        .holds("/matchingCriteria", "[\"Phone\", \"Email\"]")
        .holds("/mergeContacts", "true")
        .holds("/importFields/1", "{\"name\": \"address\", \"included\": false}")
        .holds("/selfUri", "\"" + path + "\"");

    directory.asAdmin().put(path, added.body()).answers(200);
    assertEquals(1, directory.writesOf(added.id()));
    directory
        .asAdmin()
        .put(path, settings("Customers"))
        .answers(200)
        .holds("/name", "\"Customers\"");
    directory.asAdmin().get(path).answers(200).holds("/name", "\"Customers\"");
    assertEquals(204, directory.asAdmin().delete(path).status());
    directory.asAdmin().get(path).refuses(404, "not.found");
    directory.asAdmin().put(path, settings("People")).refuses(404, "not.found");
    directory.asAdmin().delete(path).refuses(404, "not.found");
    assertEquals(3, directory.writesOf(added.id()));
  }

  @Test
  void import_settings_are_listed_by_the_beginning_of_their_name() {
    String first = add("People");
    String second = add("Patients");
    String third = add("partners");

    assertEquals(
        List.of(second, third),
        directory.asAdmin().get(SETTINGS + "?name=PA").answers(200).each("/entities", "/id"));
    assertEquals(
        List.of(),
        directory.asAdmin().get(SETTINGS + "?name=p%25").answers(200).each("/entities", "/id"));
    Answer page =
        directory.asAdmin().get(SETTINGS + "?sortOrder=Descending&pageSize=2").answers(200);
    assertEquals(List.of(third, second), page.each("/entities", "/id"));
    assertEquals(
        List.of(first),
        directory
            .asAdmin()
            .get(page.text("/nextUri"))
            .answers(200)
            .lacks("/nextUri")
            .each("/entities", "/id"));
    for (String query : List.of("sortOrder", "after", "pageSize")) {
      directory
          .asAdmin()
          .get(SETTINGS + "?" + query + "=nonsense")
          .refuses(400, "invalid.value", query, "invalid.value");
    }
    directory.asAdmin().get(SETTINGS + "?pageSize=101").refuses(400, "invalid.value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\": \" \" | name | required",
        "\"mergeContacts\": null | mergeContacts | required",
        "\"externalSourceId\": null | externalSourceId | required",
        "\"externalSourceId\": \"x\" | externalSourceId | invalid.value",
        "\"externalSourceId\": \"019ab0f6-7c00-7000-8000-000000000001\" | externalSourceId | unknown",
        "\"matchingCriteria\": [\"Fax\"] | matchingCriteria[0] | invalid.value",
        "\"importFields\": null | importFields | required",
        "\"importFields\": [{\"name\": \"address\"}] | importFields[0] | required",
        "\"importFields\": [{\"name\": \"colour\", \"included\": true}] | importFields[0].name | unknown"
      })
  void import_settings_that_say_too_little_are_refused(String change, String field, String rule) {
    String body = with(settings("People"), change);

    directory.asAdmin().post(SETTINGS, body).refuses(400, "invalid.value", field, rule);
  }

  /// The JSON with one field in place of what it was.
  private static String with(String json, String field) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode body = (ObjectNode) mapper.readTree(json);
      body.setAll((ObjectNode) mapper.readTree("{" + field + "}"));
      return body.toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_name_has_at_most_255_characters() {
    directory.asAdmin().post(SETTINGS, settings("a".repeat(255))).answers(200);
    directory
        .asAdmin()
        .post(SETTINGS, settings("a".repeat(256)))
        .refuses(400, "invalid.value", "name", "invalid.value");
  }

  @Test
  void csv_settings_are_kept_replaced_and_removed() {
    String settings = add("People");
    String id = directory.imports().columnsOf(settings, "Name", "$.lastName");
    String path = CSV + "/" + id;

    directory
        .asAdmin()
        .get(path)
        .answers(200)
        .holds("/externalSettingsId", "\"" + settings + "\"")
        .holds("/mappings", "[{\"sourceField\": \"Name\", \"targetField\": \"$.lastName\"}]");
    String other =
        "{\"mappings\": [{\"sourceField\": \"Tel\", \"targetField\": \"workPhone.display\"}]}";
    directory.asAdmin().put(path, other).answers(200).lacks("/externalSettingsId");
    directory.asAdmin().put(path, other).answers(200);
    assertEquals(204, directory.asAdmin().delete(path).status());
    directory.asAdmin().get(path).refuses(404, "not.found");
    directory.asAdmin().put(path, other).refuses(404, "not.found");
    directory.asAdmin().delete(path).refuses(404, "not.found");
    assertEquals(3, directory.writesOf(id));
  }

  @Test
  void csv_settings_are_listed_of_all_or_of_some_import_settings() {
    String settings = add("People");
    String first = directory.imports().columns("Name", "$.lastName");
    String second = directory.imports().columnsOf(settings, "Name", "$.lastName");
    String third = directory.imports().columnsOf(settings, "Name", "$.firstName");

    Answer page = directory.asAdmin().get(CSV + "?pageSize=2").answers(200);
    assertEquals(List.of(first, second), page.each("/entities", "/id"));
    page.lacks("/cursors");
    assertEquals(
        List.of(third),
        directory.asAdmin().get(page.text("/nextUri")).answers(200).each("/entities", "/id"));
    assertEquals(
        List.of(second, third),
        directory
            .asAdmin()
            .get(CSV + "?pageSize=200&externalSettingsId=" + settings)
            .answers(200)
            .each("/entities", "/id"));
    directory
        .asAdmin()
        .get(CSV + "?externalSettingsId=x")
        .refuses(400, "invalid.value", "externalSettingsId", "invalid.value");
    directory.asAdmin().get(CSV + "?pageSize=201").refuses(400, "invalid.value");
  }

  @Test
  void import_settings_stay_as_long_as_csv_settings_belong_to_them() {
    String settings = add("People");
    String csv = directory.imports().columnsOf(settings, "Name", "$.lastName");

    directory.asAdmin().delete(SETTINGS + "/{}", settings).refuses(409, "general.conflict");
    assertEquals(204, directory.asAdmin().delete(CSV + "/{}", csv).status());
    assertEquals(204, directory.asAdmin().delete(SETTINGS + "/{}", settings).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sourceField\": \"A\", \"targetField\": \"$.colour\"} | mappings[0].targetField | unknown",
        "{\"sourceField\": \"A\", \"targetField\": \"$.id\"} | mappings[0].targetField | unknown",
        "{\"sourceField\": \"A\", \"targetField\": \"$.customFields.a b\"} | mappings[0].targetField | unknown",
        "{\"sourceField\": \"A\"} | mappings[0].targetField | required",
        "{\"sourceField\": \" \", \"targetField\": \"$.title\"} | mappings[0].sourceField | required",
        "null | mappings[0].sourceField | required",
        "{\"sourceField\": \"A\", \"targetField\": \"$.title\"}, {\"sourceField\": \"a\", \"targetField\": \"$.lastName\"} | mappings[1].sourceField | too.many",
        "{\"sourceField\": \"A\", \"targetField\": \"$.title\"}, {\"sourceField\": \"B\", \"targetField\": \"title\"} | mappings[1].targetField | too.many",
        "{\"sourceField\": \"A\", \"targetField\": \"$.customFields.x\"}, {\"sourceField\": \"B\", \"targetField\": \"$.customFields.x\"} | mappings[1].targetField | too.many"
      })
  void a_mapping_that_leads_nowhere_is_refused(String mappings, String field, String rule) {
    directory
        .asAdmin()
        .post(CSV, "{\"mappings\": [" + mappings + "]}")
        .refuses(400, "invalid.value", field, rule);
  }

  @Test
  void csv_settings_need_mappings_and_belong_to_import_settings_that_are_there() {
    directory.asAdmin().post(CSV, "{}").refuses(400, "invalid.value", "mappings", "required");
    directory
        .asAdmin()
        .post(
            CSV,
            """
            {"externalSettingsId": "019ab0f6-7c00-7000-8000-000000000001",
             "mappings": [{"sourceField": "A", "targetField": "$.title"}]}
            """)
        .refuses(400, "invalid.value", "externalSettingsId", "unknown");
  }
}
