package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Columns of a file that are custom fields.
@QuarkusTest
class ImportCustomFieldsTest extends FeatureTest {
  private static final String IMPORTS = "/api/v2/callbook/imports";
  private static final String NAMES = "EXTERNAL_ID,FIRST_NAME,LAST_NAME";

  private String schema = "";

  @BeforeEach
  void thereIsASchema() {
    schema = directory.schemaOf(CONTACTS);
  }

  @Test
  void cells_become_values_of_every_core_type() {
    String file =
        """
        Id,First,Last,Shirt,Story,Site,Card,Tier,Likes,Visits,Rate,Since,Seen,VIP
        1,Ana,Ruiz,M,Met at a fair,https://a.example,KX-7040,gold,tea; jazz,3,0.25,2024-02-29,2026-03-31T14:30:00+02:00,yes
        2,Luis,Gil,,,,,,,,,,,
        """;
    String mapping =
        NAMES
            + ",customFields.shirt_text,customFields.story_longtext,customFields.site_url"
            + ",customFields.card_identifier,customFields.tier_enum,customFields.likes_tag"
            + ",customFields.visits_integer,customFields.rate_number,customFields.since_date"
            + ",customFields.seen_datetime,customFields.vip_checkbox";

    done(file, mapping).holds("/applied/added", "2");

    contact("KX-7040")
        .holds("/schema", "{\"id\": \"" + schema + "\", \"version\": 1}")
        .holds(
            "/customFields",
            """
            {"shirt_text": "M", "story_longtext": "Met at a fair", "site_url": "https://a.example",
             "card_identifier": "KX-7040", "tier_enum": "gold", "likes_tag": ["tea", "jazz"], "visits_integer": 3,
             "rate_number": 0.25, "since_date": "2024-02-29", "seen_datetime": "2026-03-31T12:30:00.000Z",
             "vip_checkbox": true}
            """);
    directory
        .asAdmin()
        .get(CONTACTS + "?q=Luis")
        .answers(200)
        .lacks("/entities/0/schema")
        .lacks("/entities/0/customFields");
    done(file, mapping).holds("/applied/kept", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "tier_enum, copper",
    "tier_enum, tin",
    "visits_integer, many",
    "visits_integer, 1001",
    "rate_number, 1.6",
    "since_date, 31/03/2026",
    "vip_checkbox, perhaps",
    "card_identifier, ab",
    "likes_tag, a;b"
  })
  void a_bad_cell_rejects_its_row_with_line_and_column(String key, String cell) {
    String file = "Id,First,Last,Extra\n1,Ana,Ruiz,\n2,Luis,Gil," + cell + "\n";

    Answer done = done(file, NAMES + ",customFields." + key);

    done.holds("/plan/rejected", "1").holds("/applied/added", "1");
    String report = report(done);
    assertTrue(report.contains("\n3,Extra,"), report);
    assertTrue(report.contains("Extra"), report);
  }

  @Test
  void a_row_corrects_its_own_fields_and_leaves_the_others() {
    done("Id,First,Last,Card,Tier\n1,Ana,Ruiz,KX-7040,gold\n", NAMES + CARD_AND_TIER);

    done("Id,First,Last,Tier\n1,Ana,Ruiz,silver\n", NAMES + ",customFields.tier_enum")
        .holds("/applied/changed", "1");
    contact("KX-7040").holds("/customFields/tier_enum", "\"silver\"");
    done("Id,First,Last,Title\n1,Ana,Ruiz,Buyer\n", NAMES + ",TITLE")
        .holds("/applied/changed", "1");
    contact("KX-7040").holds("/customFields/tier_enum", "\"silver\"").holds("/title", "\"Buyer\"");
  }

  private static final String CARD_AND_TIER =
      ",customFields.card_identifier,customFields.tier_enum";

  @Test
  void a_contact_that_follows_another_schema_is_left_as_it_is_and_the_row_is_reported() {
    done("Id,First,Last,Card,Tier\n1,Ana,Ruiz,KX-7040,gold\n", NAMES + CARD_AND_TIER);
    assertEquals(204, directory.asAdmin().delete(CONTACTS + "/schemas/" + schema).status());
    directory.schemaOf(CONTACTS);

    Answer again = done("Id,First,Last,Card,Tier\n1,Ana,Ruiz,KX-9,silver\n", NAMES + CARD_AND_TIER);

    again.holds("/plan/rejected", "1").holds("/plan/toKeep", "0");
    assertTrue(report(again).contains("another schema"), report(again));
    contact("KX-7040").holds("/customFields/tier_enum", "\"gold\"");
  }

  @Test
  void a_mapping_must_name_fields_of_one_schema_that_take_values() throws Exception {
    String file = "Id,First,Last,Tier,Card\n1,Ana,Ruiz,gold,KX-7040\n";

    refused(file, NAMES + ",customFields.colour_enum,IGNORE", "unknown");
    refused(file, NAMES + ",customFields.tier_enum,customFields.tier_enum", "too.many");
    directory
        .asAdmin()
        .post(IMPORTS + "?mapping=" + NAMES + ",CUSTOM_FIELD,IGNORE", file)
        .refuses(400, "invalid.value", "mapping", "unknown");
    String path = CONTACTS + "/schemas/" + schema;
    ObjectNode changed = (ObjectNode) directory.asAdmin().get(path).answers(200).json();
    ((ObjectNode) changed.get("jsonSchema")).putArray("required").add("card_identifier");
    directory.asAdmin().put(path, changed.toString()).answers(200);
    refused(file, NAMES + ",customFields.tier_enum,IGNORE", "required");
    changed.put("version", 2).put("enabled", false);
    directory.asAdmin().put(path, changed.toString()).answers(200);
    refused(file, NAMES + ",customFields.tier_enum,customFields.card_identifier", "unknown");
  }

  @Test
  void a_schema_that_was_disabled_since_the_dry_run_ends_the_run_with_its_reason() {
    Answer checked =
        end(upload("Id,First,Last,Tier\n1,Ana,Ruiz,gold\n", NAMES + ",customFields.tier_enum"));
    assertEquals(204, directory.asAdmin().delete(CONTACTS + "/schemas/" + schema).status());

    directory.asAdmin().post(IMPORTS + "/" + checked.id() + "/run", "").answers(200);

    Answer failed = end(checked);
    failed.holds("/state", "\"failed\"");
    assertTrue(failed.text("/reason").contains("disabled"), failed::body);
  }

  @Test
  void the_page_offers_the_fields_by_their_titles() {
    Answer uploaded = upload("Id,First,Last\n1,Ana,Ruiz\n", NAMES);
    api.at(directory.person("Admin", "*"))
        .get(IMPORTS.substring("/api/v2/callbook".length()) + "/" + uploaded.id() + "/setup")
        .shows(200)
        .saying("value=\"customFields.tier_enum\"")
        .saying("Tier");
  }

  private Answer contact(String card) {
    String id =
        directory.asAdmin().get(CONTACTS + "?q={}", card).answers(200).text("/entities/0/id");
    return directory.asAdmin().get(CONTACTS + "/" + id).answers(200);
  }

  private Answer upload(String file, String mapping) {
    return directory
        .asAdmin()
        .with("Content-Type", "text/csv")
        .post(IMPORTS + "?source=CRM&mapping=" + mapping, file)
        .answers(202);
  }

  private void refused(String file, String mapping, String rule) {
    directory
        .asAdmin()
        .with("Content-Type", "text/csv")
        .post(IMPORTS + "?source=CRM&mapping=" + mapping, file)
        .refuses(400, "invalid.value", "columns", rule);
  }

  private Answer done(String file, String mapping) {
    Answer done = end(upload(file, mapping + "&run=true"));
    assertEquals("done", done.text("/state"), done::body);
    return done;
  }

  /// Asks until the work is over or waits for somebody.
  private Answer end(Answer started) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      Answer now = directory.asAdmin().get(IMPORTS + "/" + started.id()).answers(200);
      if (!Set.of("checking", "running").contains(now.text("/state"))) {
        return now;
      }
    }
    return fail("the import did not end: " + started.body());
  }

  private String report(Answer done) {
    return directory.asAdmin().get(IMPORTS + "/" + done.id() + "/rejections").answers(200).body();
  }
}
