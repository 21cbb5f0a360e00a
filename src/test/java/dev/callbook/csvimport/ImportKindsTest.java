package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.callbook.csvimport.reading.BrokenFiles;
import dev.callbook.csvimport.reading.BrokenFiles.Broken;
import dev.callbook.csvimport.reading.Samples;
import dev.callbook.csvimport.reading.Samples.WorkbookSample;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever kind of file people bring: workbooks, packed files, other programs' exports, broken
/// ones.
@QuarkusTest
class ImportKindsTest extends FeatureTest {
  private static final String IMPORTS = "/api/v2/callbook/imports";

  private Answer send(byte[] file, String query) {
    return directory
        .asAdmin()
        .with("Content-Type", "application/octet-stream")
        .send("POST", IMPORTS + "?source=CRM" + query, file);
  }

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

  private Answer done(byte[] file, String query) {
    Answer done = end(send(file, query + "&run=true").answers(202));
    assertEquals("done", done.text("/state"), done::body);
    return done;
  }

  private String report(Answer it) {
    return directory.asAdmin().get(IMPORTS + "/" + it.id() + "/rejections").answers(200).body();
  }

  private Answer contact(String firstName) {
    return directory.asAdmin().get(CONTACTS + "?q=" + firstName).answers(200);
  }

  @Test
  void the_chosen_sheet_of_a_workbook_is_imported_with_its_digits_and_dates() {
    byte[] workbook =
        new WorkbookSample()
            .sheet("Read me", Samples.row(1, "Nothing here"))
            .sheet(
                "People",
                Samples.row(1, "Kundennr", "First Name", "Last Name", "Mobile")
                    + "<row r=\"2\"><c r=\"A2\"><v>10004711</v></c><c r=\"B2\" t=\"str\"><v>Ana</v></c>"
                    + "<c r=\"C2\" t=\"str\"><v>Ruiz</v></c><c r=\"D2\"><v>3.4611223344E10</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"B3\" t=\"str\"><v>Eva</v></c>"
                    + "<c r=\"C3\" t=\"str\"><v>Gil</v></c><c r=\"D3\"><v>4.9151123456789E+16</v></c></row>")
            .bytes();

    Answer done = done(workbook, "&sheet=People&region=ES");

    done.holds("/plan/rows", "2").holds("/applied/added", "1").holds("/plan/rejected", "1");
    String report = report(done);
    assertTrue(
        report.contains("3,Mobile,\"The cell holds a number of more than 15 digits"), report);
    contact("Ana")
        .holds("/entities/0/externalIds/0/value", "\"10004711\"")
        .holds("/entities/0/cellPhone/e164", "\"+34611223344\"");
    send(workbook, "&sheet=Nobody")
        .answers(400)
        .holds("/message", "\"The workbook has no sheet of that name.\"");
  }

  @Test
  void a_packed_file_is_imported_as_it_is() {
    String text = "External Id,First Name,Last Name\n1,Ana,Ruiz\n";
    Answer done = done(Samples.gzip(text.getBytes(StandardCharsets.UTF_8)), "");
    done.holds("/applied/added", "1");
  }

  @Test
  void a_number_in_scientific_notation_is_refused_with_a_hint() {
    String text = "Id,First Name,Last Name,Mobile\n1,Ana,Ruiz,3.46112E+10\n1.2E+11,Eva,Gil,\n";
    Answer done = done(text.getBytes(StandardCharsets.UTF_8), "");
    done.holds("/plan/rejected", "2").holds("/applied/added", "0");
    String report = report(done);
    assertTrue(report.contains("2,Mobile,\"The number is in scientific notation"), report);
    assertTrue(report.contains("3,Id,\"The number is in scientific notation"), report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google",
        "google-legacy",
        "outlook",
        "salesforce-report",
        "salesforce-loader",
        "hubspot",
        "zendesk",
        "genesys-classic",
        "genesys",
        "german",
        "spanish",
        "french"
      })
  void people_come_in_right_from_the_export_of(String program) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("exports/" + program + ".csv")) {
      Answer done = done(Objects.requireNonNull(in).readAllBytes(), "");
      done.holds("/applied/added", "2").holds("/plan/rejected", "0");
    }
    Answer ana = contact("Ana");
    ana.holds("/entities/0/firstName", "\"Ana\"")
        .holds("/entities/0/lastName", "\"Ruiz\"")
        .holds("/entities/0/workPhone/e164", "\"+34911234567\"")
        .holds("/entities/0/workPhone/acceptsSMS", "false")
        .holds("/entities/0/workEmail", "\"ana.ruiz@example.org\"");
    if (!program.equals("zendesk")) {
      ana.holds("/entities/0/cellPhone/e164", "\"+34611223344\"")
          .holds("/entities/0/address/address1", "\"Calle Mayor 5\"")
          .holds("/entities/0/address/city", "\"Madrid\"");
    }
    if (!program.equals("salesforce-loader")) {
      directory.asAdmin().get(ORGANIZATIONS).answers(200).holds("/entities/0/name", "\"Acme\"");
    }
  }

  @Test
  void saved_settings_shape_the_cells() {
    String schema = directory.schemaOf(CONTACTS);
    String settings = directory.imports().settings();
    String columns =
        directory
            .asAdmin()
            .post(
                "/api/v2/externalcontacts/import/csv/settings",
                """
                {"externalSettingsId": "%s", "region": "es", "mappings": [
                  {"sourceField": "Name", "targetField": "$.fullName"},
                  {"sourceField": "Street", "targetField": "$.address.address1"},
                  {"sourceField": "No", "targetField": "$.address.address1", "transform": {"joint": " "}},
                  {"sourceField": "Land", "targetField": "$.address.countryCode", "transform": {"otherwise": "ES"}},
                  {"sourceField": "Tel", "targetField": "$.workPhone"},
                  {"sourceField": "Tel 2", "targetField": "$.workPhone"},
                  {"sourceField": "Level", "targetField": "$.customFields.tier_enum",
                   "transform": {"values": {"A": "gold", "B": "silver"}}},
                  {"sourceField": "Since", "targetField": "$.customFields.since_date", "transform": {"dates": "MONTH_FIRST"}}
                ]}
                """
                    .formatted(settings))
            .answers(201)
            .holds("/region", "\"ES\"")
            .holds("/mappings/2/transform/joint", "\" \"")
            .id();
    String upload =
        directory
            .imports()
            .upload(
                """
                Name,Street,No,Land,Tel,Tel 2,Level,Since
                "Ruiz, Ana",Calle Mayor,5,,911 23 45 67,911 23 45 68,a,3/4/2026
                Eva Gil,Calle Menor,,,,,C,31/12/2025
                """);

    String job =
        directory
            .imports()
            .job(directory.asAdmin(), upload, columns, "Sales")
            .answers(202)
            .text("/job/id");
    Answer checked = end(directory.asAdmin().get(IMPORTS + "/" + job).answers(200));

    checked.holds("/plan/toAdd", "1").holds("/plan/rejected", "1");
    directory.asAdmin().post(IMPORTS + "/" + job + "/run", "").answers(200);
    end(directory.asAdmin().get(IMPORTS + "/" + job).answers(200)).holds("/applied/added", "1");
    contact("Ana")
        .holds("/entities/0/lastName", "\"Ruiz\"")
        .holds("/entities/0/address/address1", "\"Calle Mayor 5\"")
        .holds("/entities/0/address/countryCode", "\"ES\"")
        .holds("/entities/0/workPhone/e164", "\"+34911234567\"")
        .holds("/entities/0/phoneNumbers/1/e164", "\"+34911234568\"")
        .holds("/entities/0/schema/id", "\"" + schema + "\"")
        .holds("/entities/0/customFields/tier_enum", "\"gold\"")
        .holds("/entities/0/customFields/since_date", "\"2026-03-04\"");
    String report = report(checked);
    assertTrue(report.contains("3,Since; Level,"), report);
  }

  @Test
  void what_cannot_be_a_rule_is_refused_where_it_stands() {
    directory
        .asAdmin()
        .post(
            "/api/v2/externalcontacts/import/csv/settings",
            """
            {"region": "XX", "mappings": [{"sourceField": "Name", "targetField": "$.lastName"}]}
            """)
        .answers(400)
        .holds("/message", "\"Name a country by its two letters, as ES.\"");
    directory
        .asAdmin()
        .post(
            "/api/v2/externalcontacts/import/csv/settings",
            """
            {"mappings": [{"sourceField": "Name", "targetField": "$.lastName", "transform": {"dates": "LATER"}}]}
            """)
        .answers(400)
        .holds("/message", "\"dates knows DAY_FIRST, MONTH_FIRST and YEAR_FIRST.\"");
  }

  @Test
  void no_broken_file_leaves_anything_behind() {
    List<Broken> files = BrokenFiles.all();
    assertTrue(files.size() > 100);
    for (Broken file : files) {
      Answer answer = send(file.bytes(), "&run=true&fileName=" + file.name());
      if (answer.status() == 400) {
        assertTrue(answer.text("/message").contains(file.words()), file + answer.body());
      } else {
        Answer over = end(answer.answers(202));
        boolean failed = over.text("/state").equals("failed");
        String told = failed ? over.text("/reason") : report(over);
        assertTrue(told.contains(file.words()), file + ": " + told + over.body());
        if (failed) {
          over.holds("/applied/added", "0").holds("/applied/changed", "0");
        }
      }
    }
    done("First Name,Last Name\nNoor,Haddad\n".getBytes(StandardCharsets.UTF_8), "");
  }
}
