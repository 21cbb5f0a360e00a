package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Imports as the public API orders them, from the upload to the report.
@QuarkusTest
@Tag("oldest-postgres")
class ImportJobTest extends FeatureTest {
  private static final String JOBS = ImportOrders.IMPORT + "/jobs";
  private static final String UPLOADS = ImportOrders.IMPORT + "/csv/uploads";

  private static final String ONE_ROW =
      "First,Last,Mail,Other,Title\nAna,Ruiz,ana@ruiz.example,,Buyer\n";

  private static final String[] NAMES = {"First", "$.firstName", "Last", "$.lastName"};

  private Answer contact(String lastName) {
    return directory
        .asAdmin()
        .get(
            CONTACTS + "/{}",
            directory
                .asAdmin()
                .get(CONTACTS + "?q=" + lastName)
                .answers(200)
                .text("/entities/0/id"))
        .answers(200);
  }

  @Test
  void a_file_goes_the_whole_way() {
    String file =
        """
        ID,First,Last,Work phone,Mail,Company
        7,Ana,Ruiz,+34 911 23 45 67,ana@ruiz.example,Ruiz y Hermanos
        8,,Gil,,not an address,
        """;
    ImportOrders imports = directory.imports();

    String upload = imports.upload(file);
    directory
        .asAdmin()
        .get(UPLOADS + "/{}/details", upload)
        .answers(200)
        .holds("/fileName", "\"people.csv\"")
        .holds("/uploadId", "\"" + upload + "\"")
        .holds(
            "/validationResult",
            "{\"separatorValid\": true, \"fileEncodingValid\": true, \"errors\": []}");
    directory
        .asAdmin()
        .get(UPLOADS + "/{}/preview", upload)
        .answers(200)
        .holds("/headers", "[\"ID\", \"First\", \"Last\", \"Work phone\", \"Mail\", \"Company\"]")
        .holds("/entries/1/2", "\"Gil\"");
    String settings = imports.settings("Email", "Phone");
    String columns =
        imports.columnsOf(
            settings,
            "id",
            "$.externalIds",
            "FIRST",
            "$.firstName",
            "last",
            "$.lastName",
            "Work Phone",
            "$.workPhone.display",
            "Mail",
            "$.workEmail",
            "Company",
            "$.externalOrganization.name");
    Answer ordered = imports.job(directory.asAdmin(), upload, columns, "Billing").answers(202);
    String job = ordered.text("/job/id");
    ordered.holds("/job/selfUri", "\"" + JOBS + "/" + job + "\"");

    Answer validated = imports.settled(job);
    validated
        .holds("/status", "\"Running\"")
        .holds("/executionStep", "\"Validated\"")
        .holds("/metadata/dryRunSuccessCount", "1")
        .holds("/metadata/dryRunFailedCount", "1")
        .holds("/metadata/fileName", "\"people.csv\"")
        .holds("/settings/id", "\"" + settings + "\"")
        .holds("/division/name", "\"Billing\"")
        .lacks("/metadata/importSuccessCount");
    assertEquals(0, directory.asAdmin().get(CONTACTS).answers(200).at("/entities").size());
    report(validated.text("/metadata/dryRunReportDownloadUrl"));

    imports.step(job, "Continue").answers(200).holds("/status", "\"Continue\"");
    Answer done = imports.settled(job);

    done.holds("/status", "\"Completed\"")
        .holds("/executionStep", "\"Importing\"")
        .holds("/metadata/importSuccessCount", "1")
        .holds("/metadata/importFailedCount", "1");
    report(done.text("/metadata/importReportDownloadUrl"));
    contact("Ruiz")
        .holds("/firstName", "\"Ana\"")
        .holds("/workPhone/e164", "\"+34911234567\"")
        .holds("/division/name", "\"Billing\"")
        .holds("/externalIds/0/value", "\"7\"")
        .holds("/externalIds/0/externalSource/id", "\"" + directory.source("CRM") + "\"");
  }

  private void report(String url) {
    Answer report = api.get(URI.create(url).getPath()).answers(200);
    assertTrue(report.header("Content-Type").startsWith("text/csv"));
    assertTrue(report.body().contains("not an address"), report.body());
    assertTrue(report.body().contains("Mail"), report.body());
  }

  @Test
  void a_row_that_fits_several_corrects_the_first() {
    String first = directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    String second = directory.contact("Anna Ruiz").workEmail("ana@ruiz.example").add();
    ImportOrders imports = directory.imports();
    String settings = imports.settings(false, List.of("Email"), List.of());
    String columns =
        imports.columnsOf(
            settings,
            "First",
            "$.firstName",
            "Last",
            "$.lastName",
            "Mail",
            "$.workEmail",
            "Title",
            "$.title");
    String upload = imports.upload("First,Last,Mail,Title\nAna,Ruiz,ANA@ruiz.example,Buyer\n");

    Answer done =
        imports.completed(
            imports.job(directory.asAdmin(), upload, columns, "*").answers(202).text("/job/id"));

    done.holds("/metadata/importSuccessCount", "1").holds("/metadata/importFailedCount", "0");
    directory.asAdmin().get(CONTACTS + "/{}", first).answers(200).holds("/title", "\"Buyer\"");
    directory.asAdmin().get(CONTACTS + "/{}", second).answers(200).lacks("/title");
  }

  @Test
  void contacts_that_one_row_fits_become_one_where_that_was_asked_for() {
    String first =
        directory
            .contact("Ana Ruiz")
            .workEmail("ana@ruiz.example")
            .with("title", "\"Clerk\"")
            .add();
    String second = directory.contact("Anna Ruiz").workEmail("ana.ruiz@ruiz.example").add();
    String other = directory.contact("Bo Vik").workEmail("bo@vik.example").add();

    Answer done =
        merging(
            """
            First,Last,Mail,Other,Title
            Ana,Ruiz,ana@ruiz.example,ANA.RUIZ@ruiz.example,Buyer
            Ana,Ruiz,ana.ruiz@ruiz.example,,Chief buyer
            Bo,Vik,bo@vik.example,,Pilot
            Cleo,Sand,cleo@sand.example,,Captain
            Cleo,Sand,c@sand.example,,Captain
            Cleo,Sand,cleo@sand.example,c@sand.example,Admiral
            """);

    done.holds("/metadata/importSuccessCount", "6").holds("/metadata/importFailedCount", "0");
    Answer ana = directory.asAdmin().get(CONTACTS + "/{}", first).answers(200);
    ana.holds("/title", "\"Chief buyer\"").holds("/type", "\"Curated\"");
    assertNotEquals(first, ana.id());
    assertEquals(ana.id(), directory.asAdmin().get(CONTACTS + "/{}", second).answers(200).id());
    directory.asAdmin().get(CONTACTS + "/{}", other).answers(200).holds("/title", "\"Pilot\"");
    contact("Sand").holds("/title", "\"Admiral\"");
    directory
        .asAdmin()
        .post("/api/v2/callbook/contacts/" + ana.id() + "/unmerge", "{\"discardChanges\": true}")
        .answers(200);
    directory.asAdmin().get(CONTACTS + "/{}", first).answers(200).holds("/title", "\"Clerk\"");
  }

  @Test
  void more_contacts_than_a_merge_takes_are_left_to_a_person() {
    IntStream.range(0, 26)
        .forEach(i -> directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add());

    Answer done = merging(ONE_ROW);

    done.holds("/metadata/importSuccessCount", "0").holds("/metadata/importFailedCount", "1");
    assertReported(done, "more than 25 would have to be merged");
  }

  @Test
  void contacts_whose_merge_would_hold_too_much_reject_their_rows() {
    for (String name : List.of("Ana Ruiz", "Anna Ruiz")) {
      String numbers =
          IntStream.range(0, 60)
              .mapToObj(i ->
                  "{\"display\": \"+349112%05d\"}"
                      .formatted(i + (name.startsWith("Ana") ? 0 : 100)))
              .collect(Collectors.joining(", ", "[", "]"));
      directory.contact(name).workEmail("ana@ruiz.example").with("phoneNumbers", numbers).add();
    }

    Answer done = merging(ONE_ROW);

    done.holds("/status", "\"Completed\"")
        .holds("/metadata/importSuccessCount", "0")
        .holds("/metadata/importFailedCount", "1");
    assertReported(done, "cannot be merged: phoneNumbers would hold");
  }

  private void assertReported(Answer done, String reason) {
    String url = done.text("/metadata/importReportDownloadUrl");
    String report = api.get(URI.create(url).getPath()).answers(200).body();
    assertTrue(report.contains(reason), report);
  }

  /// Imports a file with settings that ask for merging by e-mail address.
  private Answer merging(String file) {
    ImportOrders imports = directory.imports();
    String settings = imports.settings(true, List.of("Email"), List.of());
    String columns =
        imports.columnsOf(
            settings,
            "First",
            "$.firstName",
            "Last",
            "$.lastName",
            "Mail",
            "$.workEmail",
            "Other",
            "$.otherEmail",
            "Title",
            "$.title");
    return imports.completed(
        imports
            .job(directory.asAdmin(), imports.upload(file), columns, "*")
            .answers(202)
            .text("/job/id"));
  }

  @Test
  void fields_that_are_left_out_stay_as_they_are() {
    directory
        .contact("Ana Ruiz")
        .workEmail("ana@ruiz.example")
        .with("title", "\"Buyer\"")
        .with("address", "{\"city\": \"Bilbao\", \"state\": \"BI\"}")
        .add();
    ImportOrders imports = directory.imports();
    String settings = imports.settings(false, List.of("Email"), List.of("title", "address"));
    String columns =
        imports.columnsOf(
            settings,
            "First",
            "firstName",
            "Last",
            "lastName",
            "Mail",
            "workEmail",
            "Title",
            "$.title",
            "City",
            "$.address.city");
    String upload =
        imports.upload("First,Last,Mail,Title,City\nAna,Ruiz Gil,ana@ruiz.example,Seller,Madrid\n");

    imports.completed(
        imports.job(directory.asAdmin(), upload, columns, "*").answers(202).text("/job/id"));

    contact("Gil")
        .holds("/title", "\"Buyer\"")
        .holds("/address/city", "\"Bilbao\"")
        .holds("/lastName", "\"Ruiz Gil\"");
  }

  @Test
  void custom_fields_have_the_type_that_their_key_ends_in() {
    directory
        .asAdmin()
        .post(
            CONTACTS + "/schemas",
            """
            {"name": "Customers", "enabled": true, "appliesTo": ["CONTACT"], "jsonSchema": {
              "$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "properties": {
                "tier_enum": {"allOf": [{"$ref": "#/definitions/enum"}], "title": "Tier",
                              "enum": ["gold", "silver"],
                              "_enumProperties": {"gold": {"title": "Gold"}, "silver": {"title": "Silver"}}},
                "age_integer": {"allOf": [{"$ref": "#/definitions/integer"}], "title": "Age"},
                "rate_number": {"allOf": [{"$ref": "#/definitions/number"}], "title": "Rate"},
                "vip_checkbox": {"allOf": [{"$ref": "#/definitions/checkbox"}], "title": "VIP"},
                "labels_tag": {"allOf": [{"$ref": "#/definitions/tag"}], "title": "Labels"}}}}
            """)
        .answers(200);
    String job =
        directory
            .imports()
            .order(
                "*",
                """
                First,Last,Tier,Age,Rate,Vip,Labels
                Ana,Ruiz,gold,41,2.5,yes,late; north
                Luis,Gil,silver,old,,,
                """,
                "First",
                "$.firstName",
                "Last",
                "$.lastName",
                "Tier",
                "$.customFields.tier_enum",
                "Age",
                "$.customFields.age_integer",
                "Rate",
                "$.customFields.rate_number",
                "Vip",
                "$.customFields.vip_checkbox",
                "Labels",
                "$.customFields.labels_tag");

    Answer done = directory.imports().completed(job);

    done.holds("/metadata/importSuccessCount", "1").holds("/metadata/importFailedCount", "1");
    contact("Ruiz")
        .holds(
            "/customFields",
            """
            {"tier_enum": "gold", "age_integer": 41, "rate_number": 2.5, "vip_checkbox": true,
             "labels_tag": ["late", "north"]}
            """);
    Answer report =
        api.get(URI.create(done.text("/metadata/importReportDownloadUrl")).getPath()).answers(200);
    assertTrue(report.body().contains("3,Age,\"Write a whole number"), report.body());
  }

  @Test
  void import_settings_stand_for_the_newest_csv_settings_of_theirs() {
    ImportOrders imports = directory.imports();
    String settings = imports.settings();
    String upload = imports.upload("First,Last\nAna,Ruiz\n");
    imports
        .job(directory.asAdmin(), upload, settings, "*")
        .refuses(400, "invalid.value", "settingsId", "unknown");
    imports.columnsOf(settings, NAMES);

    String job =
        imports.job(directory.asAdmin(), upload, settings, "*").answers(202).text("/job/id");

    imports.settled(job).holds("/metadata/dryRunSuccessCount", "1");
  }

  @Test
  void a_file_has_the_size_that_was_announced_and_comes_once() {
    ImportOrders imports = directory.imports();
    byte[] file = "First,Last\nAna,Ruiz\n".getBytes(StandardCharsets.UTF_8);
    Answer announced = imports.announce(file.length);
    String upload = announced.text("/uploadId");
    String columns = imports.columnsOf(imports.settings(), NAMES);

    directory.asAdmin().get(UPLOADS + "/{}/details", upload).refuses(409, "general.conflict");
    directory.asAdmin().get(UPLOADS + "/{}/preview", upload).refuses(409, "general.conflict");
    imports.job(directory.asAdmin(), upload, columns, "*").refuses(409, "general.conflict");
    imports
        .send(announced, "First".getBytes(StandardCharsets.UTF_8))
        .refuses(400, "invalid.value", "fileSize", "invalid.value");
    imports
        .send(
            announced, ("First,Last\n" + "Ana,Ruiz\n".repeat(20)).getBytes(StandardCharsets.UTF_8))
        .refuses(400, "invalid.value", "fileSize", "invalid.value");
    imports.send(announced, file).answers(200);
    imports.send(announced, file).refuses(409, "general.conflict");
    directory
        .asAdmin()
        .get(UPLOADS + "/{}/preview", upload)
        .answers(200)
        .holds("/entries", "[[\"Ana\", \"Ruiz\"]]");
    api.with("Content-Type", "text/csv")
        .put(URI.create(announced.text("/uploadUrl")).getPath() + "A", "x")
        .refuses(404, "not.found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "52428801", "null"})
  void an_upload_has_1_byte_to_50_megabytes(String size) {
    directory
        .asAdmin()
        .post(UPLOADS, "{\"fileSize\": " + size + "}")
        .refuses(
            400, "invalid.value", "fileSize", size.equals("null") ? "required" : "invalid.value");
  }

  @Test
  void what_is_wrong_with_a_file_is_said_line_by_line() {
    ImportOrders imports = directory.imports();

    details(imports.upload("First,Last\nAna\nLuis,Gil,\"x\",y\n"))
        .holds("/validationResult/separatorValid", "true")
        .holds("/validationResult/errors/0/lineNumber", "2")
        .holds("/validationResult/errors/1/lineNumber", "3");
    details(imports.upload("Name\nAna\n")).holds("/validationResult/separatorValid", "false");
    details(imports.upload("First,Last\n"))
        .holds("/validationResult/errors/0/message", "\"The file has a header and no rows.\"");
    String image = imports.upload(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    details(image).holds("/validationResult/errors/0/lineNumber", "1");
    directory
        .asAdmin()
        .get(UPLOADS + "/{}/preview", image)
        .refuses(400, "invalid.value", "uploadId", "unreadable");
    imports
        .job(directory.asAdmin(), image, imports.columnsOf(imports.settings(), NAMES), "*")
        .refuses(400, "invalid.value", "uploadId", "unreadable");
    byte[] broken = new byte[400_000];
    java.util.Arrays.fill(broken, (byte) 'a');
    System.arraycopy("First,Last\n".getBytes(StandardCharsets.UTF_8), 0, broken, 0, 11);
    for (int i = 80; i < broken.length; i += 80) {
      broken[i] = '\n';
      broken[i - 40] = ',';
    }
    broken[350_000] = (byte) 0xC3;
    broken[350_001] = (byte) 0x28;
    broken[20] = (byte) 0xC3;
    broken[21] = (byte) 0xA9;
    details(imports.upload(broken)).holds("/validationResult/fileEncodingValid", "false");
  }

  private Answer details(String upload) {
    return directory.asAdmin().get(UPLOADS + "/{}/details", upload).answers(200);
  }

  @Test
  void a_job_needs_settings_that_fit_its_file() {
    ImportOrders imports = directory.imports();
    String upload = imports.upload("First,Last\nAna,Ruiz\n");
    Api admin = directory.asAdmin();

    imports
        .job(admin, upload, imports.columns(NAMES), "*")
        .refuses(400, "invalid.value", "settingsId", "required");
    imports
        .job(admin, upload, imports.columnsOf(imports.settings(), "Name", "$.lastName"), "*")
        .refuses(400, "invalid.value", "settingsId", "invalid.value");
    imports
        .job(admin, upload, imports.columnsOf(imports.settings(), "Last", "$.lastName"), "*")
        .refuses(400, "invalid.value", "settingsId", "required");
    imports.job(admin, upload, upload, "*").refuses(400, "invalid.value", "settingsId", "unknown");
    admin
        .post(ImportOrders.IMPORT + "/csv/jobs", "{\"settingsId\": \"" + upload + "\"}")
        .refuses(400, "invalid.value", "uploadId", "required");
    admin
        .post(ImportOrders.IMPORT + "/csv/jobs", "{\"uploadId\": \"" + upload + "\"}")
        .refuses(400, "invalid.value", "settingsId", "required");
    String columns = imports.columnsOf(imports.settings(), NAMES);
    imports.job(admin, columns, columns, "*").refuses(404, "not.found");
    imports.job(admin, upload, columns, "*").answers(202);
    // Only one job comes from one upload, once it is run.
    imports.completed(upload);
    imports.job(admin, upload, columns, "*").refuses(409, "general.conflict");
  }

  @Test
  void a_job_is_cancelled_or_goes_on_and_each_only_once() {
    ImportOrders imports = directory.imports();
    String cancelled = imports.order("*", "First,Last\nAna,Ruiz\n", NAMES);
    imports.settled(cancelled);
    imports.step(cancelled, "Retry").refuses(409, "general.conflict");
    imports.step(cancelled, "Cancel").answers(200);
    imports.settled(cancelled).holds("/status", "\"Cancelled\"");
    imports.step(cancelled, "Continue").refuses(409, "general.conflict");
    imports.step(cancelled, "Cancel").refuses(409, "general.conflict");
    String done = imports.order("*", "First,Last\nAna,Ruiz\n", NAMES);
    imports.completed(done);
    imports.step(done, "Continue").refuses(409, "general.conflict");
    directory
        .asAdmin()
        .put(JOBS + "/" + done, "{\"jobId\": \"%s\", \"status\": \"Cancel\"}".formatted(cancelled))
        .refuses(400, "invalid.value", "jobId", "invalid.value");
    directory
        .asAdmin()
        .put(JOBS + "/" + done, "{}")
        .refuses(400, "invalid.value", "status", "required");
    directory
        .asAdmin()
        .put(JOBS + "/" + done, "{\"status\": \"Pause\"}")
        .refuses(400, "invalid.value", "status", "wrong.type");
  }

  @Test
  void a_job_that_failed_is_taken_up_again() {
    ImportOrders imports = directory.imports();
    String job =
        imports.order("*", "First,Last\n" + "Ana,Ruiz\n".repeat(300) + "\"Luis,Gil\n", NAMES);
    Answer failed = imports.settled(job);
    failed.holds("/status", "\"Failed\"").holds("/executionStep", "\"Validating\"");
    assertTrue(failed.text("/statusDetails").contains("never closes"), failed.body());
    imports.step(job, "Continue").refuses(409, "general.conflict");

    imports.step(job, "Retry").answers(200);

    imports.settled(job).holds("/status", "\"Failed\"");
  }

  @Test
  void jobs_are_listed_page_by_page_and_by_status() {
    ImportOrders imports = directory.imports();
    String first = imports.order("*", "First,Last\nAna,Ruiz\n", NAMES);
    String second = imports.order("*", "First,Last\nLuis,Gil\n", NAMES);
    imports.upload("First,Last\nMaria,Gil\n");
    imports.completed(first);
    imports.settled(second);

    Answer page = directory.asAdmin().get(JOBS + "?pageSize=1&expand=division").answers(200);
    assertEquals(List.of(first), page.each("/entities", "/id"));
    assertEquals(
        List.of(second),
        directory
            .asAdmin()
            .get(page.text("/nextUri"))
            .answers(200)
            .lacks("/nextUri")
            .lacks("/cursors/after")
            .each("/entities", "/id"));
    assertEquals(
        List.of(second, first),
        directory
            .asAdmin()
            .get(JOBS + "?sortOrder=Descending")
            .answers(200)
            .each("/entities", "/id"));
    assertEquals(
        List.of(first),
        directory
            .asAdmin()
            .get(JOBS + "?jobStatus=Completed")
            .answers(200)
            .each("/entities", "/id"));
    assertEquals(
        List.of(second),
        directory.asAdmin().get(JOBS + "?jobStatus=running").answers(200).each("/entities", "/id"));
    for (String status : List.of("Created", "Failed", "Cancelled")) {
      assertEquals(
          0,
          directory
              .asAdmin()
              .get(JOBS + "?jobStatus=" + status)
              .answers(200)
              .at("/entities")
              .size());
    }
    for (String query : List.of("jobStatus", "sortOrder", "after", "pageSize", "expand")) {
      directory
          .asAdmin()
          .get(JOBS + "?" + query + "=nonsense")
          .refuses(400, "invalid.value", query, "invalid.value");
    }
  }

  @Test
  void jobs_stay_within_divisions_and_rights() {
    ImportOrders imports = directory.imports();
    String job = imports.order("Legal", "First,Last\nAna,Ruiz\n", NAMES);
    String upload = imports.upload("First,Last\nAna,Ruiz\n");
    String columns = imports.columnsOf(imports.settings(), NAMES);
    Agent biller = directory.everythingIn("Billing");

    api.as(biller).get(JOBS + "/{}", job).refuses(404, "not.found");
    assertEquals(0, api.as(biller).get(JOBS).answers(200).at("/entities").size());
    imports.job(api.as(biller), upload, columns, "Billing").refuses(404, "not.found");
    Agent mayNotAdd = directory.everythingBut(Permission.CONTACT_ADD);
    imports.job(api.as(mayNotAdd), upload, columns, "*").refuses(403, "missing.any.permissions");
    imports.job(directory.asAdmin(), upload, columns, "Legal").answers(202);
    directory
        .asAdmin()
        .post(
            ImportOrders.IMPORT + "/csv/jobs",
            "{\"uploadId\": \"%s\", \"settingsId\": \"%s\", \"division\": {\"id\": \"%s\"}}"
                .formatted(upload, columns, job))
        .refuses(400, "invalid.value", "division.id", "invalid.value");
    assertEquals(
        Set.of(), Set.copyOf(api.as(biller).get(CONTACTS).answers(200).each("/entities", "/id")));
  }

  @Test
  void a_job_without_a_file_is_declined() {
    String settings = directory.imports().settings();

    directory
        .asAdmin()
        .post(JOBS, "{\"settingsId\": \"" + settings + "\"}")
        .refuses(409, "general.conflict");
    directory.asAdmin().post(JOBS, "{}").refuses(400, "invalid.value", "settingsId", "required");
    directory
        .asAdmin()
        .post(JOBS, "{\"settingsId\": \"019ab0f6-7c00-7000-8000-000000000001\"}")
        .refuses(400, "invalid.value", "settingsId", "unknown");
  }
}
