package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import dev.callbook.testing.ImportRuns;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Settings that are one thing on the page and in the API, and what they say about cells, rows and
/// reports.
@QuarkusTest
class ImportKeptTest extends FeatureTest {
  private static final String FILE = "First,Last,Mail,Title\nAna,Ruiz,ana@ruiz.example,Buyer\n";
  private static final String[] COLUMNS = {
    "First", "firstName", "Last", "lastName", "Mail", "workEmail", "Title", "title"
  };

  private ImportRuns imports() {
    return new ImportRuns(directory);
  }

  private Answer contact(String name) {
    Answer found = directory.asAdmin().get(CONTACTS + "?q={}", name).answers(200);
    return directory.asAdmin().get(CONTACTS + "/{}", found.text("/entities/0/id")).answers(200);
  }

  @Test
  void the_page_takes_up_all_that_the_apis_settings_say() {
    ImportOrders orders = directory.imports();
    String columns =
        orders.columnsOf(orders.settings(true, List.of("Email"), List.of("title")), COLUMNS);
    Answer checked = imports().dryRun(FILE, "&mapping=FIRST_NAME,LAST_NAME,IGNORE,IGNORE");

    Answer page =
        api.at(directory.person("Admin", "*"))
            .get("/imports/" + checked.id() + "/setup?settings=" + columns)
            .shows(200);

    page.saying("<option value=\"MERGE\" selected>")
        .saying("<option value=\"WORK_EMAIL\" selected>");
    assertFalse(page.body().contains("<option value=\"TITLE\" selected>"), page::body);
  }

  @Test
  void the_api_keeps_to_what_was_kept_on_the_page() {
    directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    directory.contact("Anna Ruiz").workEmail("ana@ruiz.example").add();
    ImportOrders orders = directory.imports();
    Api admin = api.at(directory.person("Admin", "*"));
    admin
        .post(
            "/imports/"
                + imports().dryRun(FILE, "&mapping=FIRST_NAME,LAST_NAME,IGNORE,IGNORE").id()
                + "/check",
            "column=FIRST_NAME&column=LAST_NAME&column=WORK_EMAIL&column=TITLE&wins=FILE&wins=FILE"
                + "&wins=FILE&wins=FILL&division=*&source=CRM&matchOn=email&kind=contacts"
                + "&several=REJECT&saveAs=Monthly")
        .answers(303);
    Answer kept =
        directory.asAdmin().get(ImportOrders.IMPORT + "/settings?name=Monthly").answers(200);
    kept.holds("/entities/0/severalMatches", "\"REJECT\"")
        .holds("/entities/0/mergeContacts", "false");

    Answer done =
        orders.completed(
            orders
                .job(directory.asAdmin(), orders.upload(FILE), kept.text("/entities/0/id"), "*")
                .answers(202)
                .text("/job/id"));

    done.holds("/metadata/importFailedCount", "1").holds("/metadata/importSuccessCount", "0");
    String report =
        api.get(URI.create(done.text("/metadata/importReportDownloadUrl")).getPath())
            .answers(200)
            .body();
    assertTrue(report.contains("Line,Rejected column,Reason,First,Last,Mail,Title,Code"), report);
    assertTrue(report.contains(",Buyer,ambiguous"), report);
  }

  @Test
  void what_becomes_of_rows_that_fit_several_is_said_once() {
    String path = ImportOrders.IMPORT + "/settings";
    for (String several : List.of("MERGE", "OLDEST")) {
      directory
          .asAdmin()
          .post(
              path,
              """
              {"name": "People", "mergeContacts": false, "externalSourceId": "%s", "matchingCriteria": [],
               "importFields": [], "severalMatches": "%s"}
              """
                  .formatted(directory.source("CRM"), several))
          .refuses(
              400,
              "invalid.value",
              "severalMatches",
              several.equals("MERGE") ? "conflict" : "invalid.value");
    }
  }

  @Test
  void numbers_and_times_are_read_as_the_file_writes_them() {
    directory.schemaOf(CONTACTS);
    ImportOrders orders = directory.imports();
    String settings =
        directory
            .asAdmin()
            .post(
                ImportOrders.IMPORT + "/csv/settings",
                """
                {"externalSettingsId": "%s", "timeZone": "europe/madrid", "mappings": [
                  {"sourceField": "First", "targetField": "firstName"},
                  {"sourceField": "Last", "targetField": "lastName"},
                  {"sourceField": "Visits", "targetField": "customFields.visits_integer",
                   "transform": {"numbers": "COMMA"}},
                  {"sourceField": "Rate", "targetField": "customFields.rate_number",
                   "transform": {"numbers": "COMMA"}},
                  {"sourceField": "Seen", "targetField": "customFields.seen_datetime",
                   "transform": {"dates": "MONTH_FIRST"}}]}
                """
                    .formatted(orders.settings()))
            .answers(201)
            .holds("/timeZone", "\"Europe/Madrid\"")
            .id();
    String upload =
        orders.upload(
            """
            First;Last;Visits;Rate;Seen
            Ana;Ruiz;1.000;0,125;3/31/2026 2:30 PM
            Luis;Gil;+7;1;3/31/2026 14:30 +05:00
            Eva;Paz;1.00;;
            Bo;Vik;;;3/31/2026 14:30 PM
            """);

    Answer done =
        orders.completed(
            orders.job(directory.asAdmin(), upload, settings, "*").answers(202).text("/job/id"));

    done.holds("/metadata/importFailedCount", "1");
    contact("Ruiz")
        .holds("/customFields/visits_integer", "1000")
        .holds("/customFields/rate_number", "0.125")
        .holds("/customFields/seen_datetime", "\"2026-03-31T12:30:00.000Z\"");
    contact("Gil").holds("/customFields/seen_datetime", "\"2026-03-31T09:30:00.000Z\"");
    contact("Paz").holds("/customFields/visits_integer", "1");
    imports()
        .order(FILE, "&timeZone=Middle/Earth")
        .refuses(400, "invalid.value", "timeZone", "unknown");
  }

  @Test
  void a_report_speaks_the_language_of_whoever_reads_it() {
    Answer done =
        imports()
            .done("First,Last,Mail\nAna,Ruiz,none\n", "&mapping=FIRST_NAME,LAST_NAME,WORK_EMAIL");
    assertEquals(
        "\uFEFFLine,Rejected column,Reason,First,Last,Mail,Code",
        imports().report(done).lines().findFirst().orElse(""));

    Answer german =
        api.at(directory.person("Admin", "*"))
            .with("Accept-Language", "de")
            .get("/imports/" + done.id() + "/rejections")
            .answers(200);

    assertTrue(
        german.body().contains("Zeile,Abgelehnte Spalte,Warum,First,Last,Mail"), german::body);
    assertTrue(german.body().contains("2,Mail,"), german::body);
    assertFalse(german.body().contains("is not an e-mail address"), german::body);
  }

  @Test
  void rows_that_mean_one_contact_are_applied_once_in_file_order() {
    Answer done =
        imports()
            .done(
                "Id,First,Last,Title\n1,Ana,Ruiz,Clerk\n1,Ana,Ruiz,Buyer\n1,Ana,Ruiz,\n",
                "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME,TITLE");

    done.holds("/plan/toAdd", "1").holds("/plan/toChange", "1").holds("/plan/toKeep", "1");
    done.holds("/applied/added", "1").holds("/applied/changed", "1").holds("/applied/kept", "1");
    contact("Ruiz").holds("/title", "\"Buyer\"");
    assertEquals(1, directory.writesOf(contact("Ruiz").id()));
  }
}
