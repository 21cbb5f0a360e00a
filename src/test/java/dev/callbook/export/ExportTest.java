package dev.callbook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.callbook.access.Permission;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From the order of an export to its file.
@QuarkusTest
@Tag("oldest-postgres")
class ExportTest extends FeatureTest {
  private static final String OF_CONTACTS = CONTACTS + "/exports";
  private static final String OF_ORGANIZATIONS = ORGANIZATIONS + "/exports";
  private static final String OF_RELATIONSHIPS = "/api/v2/externalcontacts/relationships/exports";
  private static final String OF_NOTES = "/api/v2/externalcontacts/notes/exports";

  @Inject ExportStore store;
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  private Answer order(Agent agent, String path, String body) {
    return api.as(agent).post(path, body).answers(201);
  }

  private Answer finished(Agent agent, Answer ordered) {
    Instant limit = clock.instant().plus(Duration.ofMinutes(1));
    while (clock.instant().isBefore(limit)) {
      Answer export = api.as(agent).get(ordered.text("/selfUri")).answers(200);
      if (!export.text("/status").equals("RUNNING")) {
        return export;
      }
    }
    return fail("the export did not end");
  }

  private List<NamedCsvRecord> file(Answer export) {
    export.holds("/status", "\"SUCCEEDED\"");
    URI url = URI.create(export.text("/downloadUrl"));
    Answer file = api.get(url.getPath()).answers(200);
    assertTrue(file.header("Content-Type").startsWith("text/csv"));
    return CsvReader.builder().ofNamedCsvRecord(file.body()).stream().toList();
  }

  private List<NamedCsvRecord> exported(Agent agent, String path, String body) {
    return file(finished(agent, order(agent, path, body)));
  }

  private static Set<String> ids(List<NamedCsvRecord> rows) {
    Set<String> ids = rows.stream().map(row -> row.getField("id")).collect(Collectors.toSet());
    assertEquals(rows.size(), ids.size());
    return ids;
  }

  @Test
  void all_fields_of_contacts_are_in_the_file() {
    String organization = directory.organization("Ruiz").add();
    String ana =
        directory
            .contact("Ana Ruiz")
            .in("Billing")
            .at(organization)
            .workPhone("+34 911 23 45 67")
            .workEmail("ana@ruiz.example")
            .with("title", "\"=cmd()\"")
            .with("twitterId", "{\"screenName\": \"ana\"}")
            .with("address", "{\"city\": \"Bilbao, Abando\"}")
            .with("surveyOptOut", "true")
            .with(
                "phoneNumbers",
                "[{\"label\": \"work\", \"display\": \"+34 911 23 45 67\"}, {\"label\": \"work\", \"display\": \"+34 911 23 45 68\"}]")
            .add();

    Answer ordered = order(directory.admin(), OF_CONTACTS, "{}");
    ordered.holds("/status", "\"RUNNING\"").lacks("/downloadUrl").lacks("/resultRowCount");
    assertEquals("Admin", ordered.text("/createdBy/name"));
    Answer done = finished(directory.admin(), ordered);
    done.holds("/resultRowCount", "1");
    assertTrue(done.text("/dateCompletion").endsWith("Z"));
    NamedCsvRecord row = file(done).getFirst();

    assertEquals(ana, row.getField("id"));
    assertEquals("Ana", row.getField("firstName"));
    assertEquals("'=cmd()", row.getField("title"));
    assertEquals("Billing", row.getField("division.name"));
    assertEquals("+34911234567", row.getField("workPhone.e164"));
    assertEquals("+34 911 23 45 67", row.getField("workPhone.display"));
    assertEquals("ana@ruiz.example", row.getField("workEmail"));
    assertEquals("Bilbao, Abando", row.getField("address.city"));
    assertEquals(organization, row.getField("externalOrganization.id"));
    assertEquals("true", row.getField("surveyOptOut"));
    assertEquals("Curated", row.getField("type"));
    assertEquals("", row.getField("homePhone.e164"));
    assertTrue(row.getField("phoneNumbers").contains("+34911234568"), row.getField("phoneNumbers"));
    assertTrue(row.getField("twitterId").startsWith("{\"screenName\":\"ana\""));
    assertTrue(
        row.getField("createDate").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    assertEquals(1, directory.writesOf(done.id()));
  }

  @Test
  void organizations_and_notes_are_exported_too() {
    String organization =
        directory
            .organization("Ruiz")
            .with("tags", "[\"gold\", \"late\"]")
            .with("revenue", "12")
            .add();
    String contact = directory.contact("Ana Ruiz").add();
    String onContact = note(CONTACTS + "/" + contact, "Calls early");
    String onOrganization = note(ORGANIZATIONS + "/" + organization, "Pays late");

    NamedCsvRecord ruiz = exported(directory.admin(), OF_ORGANIZATIONS, "{}").getFirst();
    List<NamedCsvRecord> notes = exported(directory.admin(), OF_NOTES, "{}");

    assertEquals(organization, ruiz.getField("id"));
    assertEquals("[\"gold\",\"late\"]", ruiz.getField("tags"));
    assertEquals("12", ruiz.getField("revenue"));
    assertEquals(Set.of(onContact, onOrganization), ids(notes));
    List<NamedCsvRecord> some =
        exported(
            directory.admin(),
            OF_NOTES,
            "{\"queryConditions\": {\"filters\": {\"eq\": {\"field\": \"EntityType\", \"value\": \"Organization\"}}}}");
    assertEquals(Set.of(onOrganization), ids(some));
    assertEquals("Pays late", some.getFirst().getField("noteText"));
    assertEquals(organization, some.getFirst().getField("entityId"));
    assertEquals("Admin", some.getFirst().getField("createdBy.name"));
  }

  @Test
  void relationships_are_exported_too() {
    UUID amara = directory.person("Agent").user();
    String organization = directory.organization("Ruiz").add();
    String sponsor = directory.relationship(amara, organization, "Sponsor");

    NamedCsvRecord row = exported(directory.admin(), OF_RELATIONSHIPS, "{}").getFirst();

    assertEquals(sponsor, row.getField("id"));
    assertEquals(organization, row.getField("externalOrganization.id"));
    assertEquals(amara.toString(), row.getField("user.id"));
    assertEquals("Amara Okafor", row.getField("user.name"));
    assertEquals("Sponsor", row.getField("relationship"));
    String ofOne =
        "{\"queryConditions\": {\"filters\": {\"eq\": {\"field\": \"UserId\", \"value\": \"%s\"}}}}";
    assertEquals(
        Set.of(sponsor),
        ids(exported(directory.admin(), OF_RELATIONSHIPS, ofOne.formatted(amara))));
    assertEquals(
        List.of(),
        exported(directory.admin(), OF_RELATIONSHIPS, ofOne.formatted(UUID.randomUUID())));
  }

  private String note(String subject, String text) {
    return directory
        .asAdmin()
        .post(subject + "/notes", "{\"noteText\": \"" + text + "\"}")
        .answers(200)
        .id();
  }

  @Test
  void an_export_without_records_is_a_header() {
    assertEquals(List.of(), exported(directory.admin(), OF_CONTACTS, "{\"divisionIds\": []}"));
  }

  @Test
  void conditions_choose_records() {
    String organization = directory.organization("Ruiz").add();
    String billing = directory.division("Billing").wireId();
    String ana = directory.contact("Ana Ruiz").in("Billing").at(organization).add();
    String schema =
        directory.asAdmin().post(CONTACTS + "/schemas", Samples.SCHEMA).answers(200).id();
    String luis =
        directory
            .contact("Luis Gil")
            .in("Legal")
            .with("schema", "{\"id\": \"%s\", \"version\": 1}".formatted(schema))
            .add();

    selects(Set.of(ana), eq("DivisionId", billing));
    selects(Set.of(luis), "{\"not\": %s}".formatted(eq("DivisionId", billing)));
    selects(Set.of(ana), eq("ExternalOrganizationId", organization));
    // Who belongs to no organization does not belong to that one.
    selects(Set.of(luis), "{\"not\": %s}".formatted(eq("ExternalOrganizationId", organization)));
    selects(Set.of(luis), eq("SchemaId", schema));
    selects(Set.of(luis), "{\"in\": {\"field\": \"SchemaVersion\", \"values\": [\"1\", \"2\"]}}");
    selects(Set.of(ana, luis), eq("ContactClassification", "curated"));
    selects(Set.of(), eq("ExternalSourceId", organization));
    selects(
        Set.of(ana, luis),
        "{\"or\": [%s, %s], \"and\": [], \"gte\": {\"field\": \"CreateDate\", \"value\": \"2020-01-01T00:00:00Z\"}}"
            .formatted(eq("DivisionId", billing), eq("SchemaVersion", "1")));
    selects(
        Set.of(),
        "{\"and\": [%s, %s]}".formatted(eq("DivisionId", billing), eq("SchemaVersion", "1")));
    selects(
        Set.of(),
        "{\"lte\": {\"field\": \"ModifyDate\", \"value\": \"2020-01-01T01:00:00.5+01:00\"}}");
    selects(Set.of(ana, luis), "{}");
  }

  private void selects(Set<String> expected, String filters) {
    String body = "{\"queryConditions\": {\"filters\": " + filters + "}}";
    assertEquals(expected, ids(exported(directory.admin(), OF_CONTACTS, body)), filters);
  }

  private static String eq(String field, String value) {
    return "{\"eq\": {\"field\": \"%s\", \"value\": \"%s\"}}".formatted(field, value);
  }

  @Test
  void a_limit_ends_the_file() {
    directory.contact("Ana Ruiz").add();
    directory.contact("Luis Gil").add();

    Answer done =
        finished(
            directory.admin(),
            order(directory.admin(), OF_CONTACTS, "{\"queryConditions\": {\"limit\": 1}}"));

    done.holds("/resultRowCount", "1").holds("/queryConditions/limit", "1");
    assertEquals(1, file(done).size());
  }

  @Test
  void an_export_ends_at_its_owners_divisions_and_only_who_has_them_sees_it() {
    String ana = directory.contact("Ana Ruiz").in("Billing").add();
    directory.contact("Luis Gil").in("Legal").add();
    Agent biller = directory.everythingIn("Billing");
    Agent lawyer = directory.everythingIn("Legal");

    Answer done = finished(biller, order(biller, OF_CONTACTS, "{}"));

    assertEquals(Set.of(ana), ids(file(done)));
    api.as(lawyer).get(done.text("/selfUri")).refuses(404, "not.found");
    assertEquals(List.of(), api.as(lawyer).get(OF_CONTACTS).answers(200).each("/entities", "/id"));
    assertEquals(
        List.of(done.id()), api.as(biller).get(OF_CONTACTS).answers(200).each("/entities", "/id"));
    directory.asAdmin().get(done.text("/selfUri")).answers(200);
    directory.asAdmin().get(OF_ORGANIZATIONS + "/{}", done.id()).refuses(404, "not.found");
    api.as(newDirectory("Theirs").admin()).get(done.text("/selfUri")).refuses(404, "not.found");
  }

  @Test
  void exports_can_be_narrowed_to_divisions() {
    String ana = directory.contact("Ana Ruiz").in("Billing").add();
    directory.contact("Luis Gil").in("Legal").add();
    String billing = directory.division("Billing").wireId();

    Answer ordered =
        order(directory.admin(), OF_CONTACTS, "{\"divisionIds\": [\"" + billing + "\"]}");

    ordered.holds("/divisionIds", "[\"" + billing + "\"]");
    assertEquals(Set.of(ana), ids(file(finished(directory.admin(), ordered))));
    order(directory.admin(), OF_CONTACTS, "{}");
    assertEquals(
        List.of(ordered.id()),
        directory
            .asAdmin()
            .get(OF_CONTACTS + "?divisionIds=" + billing)
            .answers(200)
            .each("/entities", "/id"));
    directory
        .asAdmin()
        .post(OF_CONTACTS, "{\"divisionIds\": [\"%s\"]}".formatted(ana))
        .refuses(400, "invalid.value", "divisionIds", "invalid.value");
  }

  @Test
  void the_list_is_read_page_by_page_newest_first() {
    List<String> ids =
        List.of(
            order(directory.admin(), OF_CONTACTS, "{}").id(),
            order(directory.admin(), OF_CONTACTS, "{}").id(),
            order(directory.admin(), OF_CONTACTS, "{}").id());

    Answer first = directory.asAdmin().get(OF_CONTACTS + "?pageSize=2").answers(200);
    Answer second = directory.asAdmin().get(first.text("/nextUri")).answers(200);

    assertEquals(List.of(ids.get(2), ids.get(1)), first.each("/entities", "/id"));
    assertTrue(first.text("/nextUri").contains("after="));
    assertEquals(List.of(ids.get(0)), second.each("/entities", "/id"));
    second.lacks("/nextUri");
    directory
        .asAdmin()
        .get(OF_CONTACTS + "?after=x")
        .refuses(400, "invalid.value", "after", "invalid.value");
    directory
        .asAdmin()
        .get(OF_CONTACTS + "?pageSize=101")
        .refuses(400, "invalid.value", "pageSize", "invalid.value");
  }

  @Test
  void the_file_comes_compressed_to_whoever_can_read_that() throws Exception {
    directory.contact("Ana Ruiz").add();
    Answer done = finished(directory.admin(), order(directory.admin(), OF_CONTACTS, "{}"));
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(URI.create(done.text("/downloadUrl")).getPath()))
            .header("Accept-Encoding", "gzip, deflate")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());

      assertEquals(200, answer.statusCode());
      assertEquals(List.of("gzip"), answer.headers().allValues("Content-Encoding"));
      assertTrue(unzipped(answer.body()).startsWith("id,division.id,division.name,type,firstName"));
    }
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void an_address_opens_one_file_only() {
    directory.contact("Ana Ruiz").add();
    Answer done = finished(directory.admin(), order(directory.admin(), OF_CONTACTS, "{}"));
    String path = URI.create(done.text("/downloadUrl")).getPath();

    api.get(path.substring(0, path.length() - 2) + "AA").refuses(404, "not.found");
    api.get(path.replace("/contacts/", "/notes/")).refuses(404, "not.found");
    api.get(path.replace("/contacts/", "/secrets/")).refuses(404, "not.found");
    api.get(path).answers(200);
  }

  @Test
  void an_address_opens_what_its_reader_may_see_by_now() {
    directory.contact("Ana Ruiz").in("Billing").add();
    Agent agent = directory.everythingIn("Billing");
    Answer done = finished(agent, order(agent, OF_CONTACTS, "{}"));
    String path = URI.create(done.text("/downloadUrl")).getPath();
    api.get(path).answers(200);

    change(done, "update access_grant set division_id = :other where subject_id = :client");
    api.get(path).refuses(404, "not.found");
    change(done, "delete from access_grant where subject_id = :client");
    api.get(path).refuses(403, "missing.any.permissions");
    change(done, "update oauth_client set state = 'inactive' where id = :client");
    api.get(path).refuses(404, "not.found");
  }

  private void change(Answer export, String statement) {
    UUID other = directory.division("Legal").id().value();
    jdbi.useHandle(db ->
        db.createUpdate(statement)
            .bind("client", UUID.fromString(export.text("/createdBy/id")))
            .bind("other", other)
            .execute());
  }

  @Test
  void a_week_old_export_is_gone() {
    directory.contact("Ana Ruiz").add();
    Answer old = finished(directory.admin(), order(directory.admin(), OF_CONTACTS, "{}"));
    Answer young = finished(directory.admin(), order(directory.admin(), OF_CONTACTS, "{}"));
    jdbi.useHandle(db ->
        db.createUpdate("update export set created_at = :long where id = cast(:id as uuid)")
            .bind("long", clock.instant().minus(Duration.ofDays(8)))
            .bind("id", old.id())
            .execute());

    new OldExports().forgetOldExports(store, clock).work().run();

    directory.asAdmin().get(old.text("/selfUri")).refuses(404, "not.found");
    api.get(URI.create(old.text("/downloadUrl")).getPath()).refuses(404, "not.found");
    directory.asAdmin().get(young.text("/selfUri")).answers(200);
  }

  @Test
  void what_was_asked_for_and_is_gone_fails_with_the_reason() {
    Answer ordered = order(directory.admin(), OF_CONTACTS, "{}");
    finished(directory.admin(), ordered);
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update export
                   set state = 'running', pieces = 0, lease_until = null,
                       query = cast(:query as jsonb)
                 where id = cast(:id as uuid)
                """)
            .bind("query", "{\"filters\": %s}".formatted(eq("DivisionId", ordered.id())))
            .bind("id", ordered.id())
            .execute());

    Answer failed = finished(directory.admin(), ordered);

    failed.holds("/status", "\"FAILED\"").lacks("/downloadUrl");
    assertTrue(failed.text("/statusDetails").contains("no such division"), failed.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"eq\": {\"field\": \"Colour\", \"value\": \"x\"}} | eq.field | invalid.value",
        "{\"eq\": {\"value\": \"x\"}} | eq.field | invalid.value",
        "{\"eq\": {\"field\": \"CreateDate\", \"value\": \"x\"}} | eq.field | invalid.value",
        "{\"eq\": {\"field\": \"SchemaId\", \"value\": \"x\"}} | eq.value | invalid.value",
        "{\"eq\": {\"field\": \"SchemaId\"}} | eq.value | required",
        "{\"eq\": {\"field\": \"SchemaVersion\", \"value\": \"0\"}} | eq.value | invalid.value",
        "{\"eq\": {\"field\": \"ContactClassification\", \"value\": \"x\"}} | eq.value | invalid.value",
        "{\"eq\": {\"field\": \"DivisionId\", \"value\": \"x\"}} | eq.value | unknown",
        "{\"in\": {\"field\": \"SchemaId\", \"values\": []}} | in.values | required",
        "{\"in\": {\"field\": \"SchemaId\", \"values\": [null]}} | in.values | required",
        "{\"gte\": {\"field\": \"SchemaId\", \"value\": \"x\"}} | gte.field | invalid.value",
        "{\"gte\": {\"field\": \"CreateDate\", \"value\": \"yesterday\"}} | gte.value | invalid.value",
        "{\"lte\": {\"field\": \"CreateDate\", \"value\": \"+99999-01-01T00:00:00Z\"}} | lte.value | invalid.value",
        "{\"and\": [null]} | and[0] | required",
        "{\"or\": [{\"not\": {\"eq\": {\"field\": \"x\"}}}]} | or[0].not.eq.field | invalid.value"
      })
  void a_condition_that_says_nothing_is_refused(String filters, String where, String rule) {
    directory
        .asAdmin()
        .post(OF_CONTACTS, "{\"queryConditions\": {\"filters\": " + filters + "}}")
        .refuses(400, "invalid.value", "queryConditions.filters." + where, rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "180000001"})
  void a_limit_is_1_to_180_000_000(String limit) {
    directory
        .asAdmin()
        .post(OF_CONTACTS, "{\"queryConditions\": {\"limit\": " + limit + "}}")
        .refuses(400, "invalid.value", "queryConditions.limit", "invalid.value");
  }

  @Test
  void conditions_are_only_so_deep_and_so_many() {
    String deep = "{\"not\": ".repeat(11) + "{}" + "}".repeat(11);
    String many = "\"1\", ".repeat(1_001) + "\"1\"";

    directory
        .asAdmin()
        .post(OF_CONTACTS, "{\"queryConditions\": {\"filters\": " + deep + "}}")
        .refuses(400, "invalid.value", "queryConditions.filters" + ".not".repeat(10), "too.many");
    directory
        .asAdmin()
        .post(
            OF_CONTACTS,
            "{\"queryConditions\": {\"filters\": {\"in\": {\"field\": \"SchemaVersion\", \"values\": ["
                + many
                + "]}}}}")
        .refuses(400, "invalid.value", "queryConditions.filters.in.values", "too.many");
  }

  @Test
  void every_permission_is_needed() {
    for (Permission missing : List.of(Permission.EXPORT_ADD, Permission.CONTACT_VIEW)) {
      api.as(directory.everythingBut(missing))
          .post(OF_CONTACTS, "{}")
          .refuses(403, "missing.any.permissions");
    }
    for (Permission missing :
        List.of(Permission.EXPORT_VIEW, Permission.CONTACT_VIEW, Permission.ORGANIZATION_VIEW)) {
      api.as(directory.everythingBut(missing))
          .get(OF_NOTES)
          .refuses(403, "missing.any.permissions");
    }
  }
}
