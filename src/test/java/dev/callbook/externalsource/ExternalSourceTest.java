package dev.callbook.externalsource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Permission;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `getExternalcontactsExternalsource`, `getExternalcontactsExternalsources`,
/// `postExternalcontactsExternalsources`, `putExternalcontactsExternalsource`,
/// `deleteExternalcontactsExternalsource`
@QuarkusTest
@Tag("oldest-postgres")
class ExternalSourceTest extends FeatureTest {
  private static final String PATH = "/api/v2/externalcontacts/externalsources";

  @Test
  void a_source_is_read_as_it_was_added() {
    Answer added = directory.asAdmin().post(PATH, Samples.EXTERNAL_SOURCE);
    added.answers(200, "external-source.response.json");

    directory.asAdmin().get(PATH + "/{}", added.id()).answers(200, "external-source.response.json");
    assertEquals(1, directory.writesOf(added.id()));
  }

  @Test
  void a_source_is_in_use_unless_it_says_otherwise() {
    directory.asAdmin().post(PATH, "{\"name\": \"CRM\"}").answers(200).holds("/active", "true");
    directory
        .asAdmin()
        .post(PATH, "{\"name\": \"Old CRM\", \"active\": false}")
        .answers(200)
        .holds("/active", "false");
  }

  @Test
  void a_replacement_replaces_name_and_link() {
    String id = directory.asAdmin().post(PATH, Samples.EXTERNAL_SOURCE).answers(200).id();

    directory
        .asAdmin()
        .put(PATH + "/" + id, "{\"name\": \"  Dynamics \", \"active\": false}")
        .answers(200)
        .holds("/name", "\"Dynamics\"")
        .holds("/active", "false")
        .lacks("/linkConfiguration");
    directory
        .asAdmin()
        .put(PATH + "/" + id, "{\"name\": \"Dynamics\"}")
        .answers(200)
        .holds("/active", "false");
    assertEquals(2, directory.writesOf(id));
  }

  @Test
  void what_was_read_can_be_sent_back_and_changes_nothing() {
    Answer read = directory.asAdmin().post(PATH, Samples.EXTERNAL_SOURCE).answers(200);

    directory.asAdmin().put(PATH + "/" + read.id(), read.body()).answers(200);

    assertEquals(1, directory.writesOf(read.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRM", "crm", " Crm "})
  void a_name_is_taken_whatever_its_case(String name) {
    directory.externalSource("CRM");
    String other = directory.externalSource("Billing");

    String body = "{\"name\": \"" + name + "\"}";
    directory.asAdmin().post(PATH, body).refuses(409, "general.conflict", "name", "conflict");
    directory
        .asAdmin()
        .put(PATH + "/" + other, body)
        .refuses(409, "general.conflict", "name", "conflict");
    directory.asAdmin().get(PATH + "/{}", other).holds("/name", "\"Billing\"");
  }

  @Test
  void of_two_sources_added_at_once_one_gets_the_name() throws Exception {
    var admin = directory.asAdmin();
    List<Integer> statuses = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 8)
              .mapToObj(_ -> pool.submit(() -> admin.post(PATH, "{\"name\": \"CRM\"}").status()))
              .toList();
      for (var call : calls) {
        statuses.add(call.get());
      }
    }
    assertEquals(1, statuses.stream().filter(status -> status == 200).count());
    assertEquals(7, statuses.stream().filter(status -> status == 409).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                | name | required
          {"name": " "}                                                                     | name | required
          {"name": 7}                                                                       | name | wrong.type
          {"name": "CRM", "active": "yes"}                                                  | active | wrong.type
          {"name": "CRM", "linkConfiguration": {}}                                          | linkConfiguration.uriTemplate | required
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "https://crm.example/"}}     | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "{{externalId.value}}"}}     | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "ftp://crm.example/{{externalId.value}}"}}   | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "javascript:alert('{{externalId.value}}')"}} | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "https://{{externalId.value}}.example/"}}    | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "https://crm@{{externalId.value}}/"}}        | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "https://crm.example/{{contact.id}}/{{externalId.value}}"}} | linkConfiguration.uriTemplate | invalid.value
          {"name": "CRM", "linkConfiguration": {"uriTemplate": "https://crm.example/a b{{externalId.value}}"}} | linkConfiguration.uriTemplate | invalid.value
          """)
  void what_is_malformed_is_refused_by_its_name(String body, String field, String rule) {
    String id = directory.externalSource("Billing");

    directory.asAdmin().post(PATH, body).refuses(400, "invalid.value", field, rule);
    directory.asAdmin().put(PATH + "/" + id, body).refuses(400, "invalid.value", field, rule);
  }

  @Test
  void what_is_too_long_is_refused_by_its_name() {
    directory
        .asAdmin()
        .post(PATH, "{\"name\": \"" + "x".repeat(201) + "\"}")
        .refuses(400, "invalid.value", "name", "too.long");
    String link = "https://crm.example/{{externalId.value}}/" + "x".repeat(400);
    directory
        .asAdmin()
        .post(
            PATH, "{\"name\": \"CRM\", \"linkConfiguration\": {\"uriTemplate\": \"" + link + "\"}}")
        .refuses(400, "invalid.value", "linkConfiguration.uriTemplate", "too.long");
    directory.asAdmin().post(PATH, "").refuses(400, "invalid.value", "body", "required");
  }

  @Test
  void a_removed_source_is_gone_and_its_name_is_free() {
    String id = directory.externalSource("CRM");

    directory.asAdmin().delete(PATH + "/{}", id).answers(200);

    directory.asAdmin().get(PATH + "/{}", id).refuses(404, "not.found");
    directory.asAdmin().delete(PATH + "/{}", id).refuses(404, "not.found");
    directory.asAdmin().put(PATH + "/" + id, "{\"name\": \"CRM\"}").refuses(404, "not.found");
    assertEquals(List.of(), directory.asAdmin().get(PATH).each("/entities", "/id"));
    assertEquals(2, directory.writesOf(id));
    assertNotEquals(id, directory.externalSource("CRM"));
  }

  @Test
  void records_keep_what_a_removed_source_called_them() {
    String id = directory.externalSource("CRM");
    String contact = directory.contact("Ana Ruiz").with("externalIds", ids(id, "A-1")).add();

    directory.asAdmin().delete(PATH + "/{}", id).answers(200);

    Answer read =
        directory.asAdmin().get(CONTACTS + "/{}?expand=externalSources", contact).answers(200);
    read.holds("/externalIds/0/value", "\"A-1\"").lacks("/externalIds/0/externalSource/name");
    directory
        .asAdmin()
        .put(CONTACTS + "/" + contact, read.body().replace("\"Ana\"", "\"Anna\""))
        .answers(200)
        .holds("/externalIds/0/externalSource/id", "\"" + id + "\"");
  }

  @Test
  void the_list_is_read_page_by_page_in_the_order_of_the_names() {
    for (int i = 0; i < 25; i++) {
      directory.externalSource("Source %02d".formatted(24 - i));
    }
    List<String> names = new ArrayList<>();
    String next = PATH + "?limit=10";
    while (!next.isEmpty()) {
      Answer page = directory.asAdmin().get(next).answers(200);
      names.addAll(page.each("/entities", "/name"));
      next = page.text("/nextUri");
      assertEquals(!next.isEmpty(), page.at("/cursors/after").isTextual());
      assertTrue(next.isEmpty() || next.contains("cursor="), next);
    }
    assertEquals(IntStream.range(0, 25).mapToObj("Source %02d"::formatted).toList(), names);
  }

  @Test
  void the_last_page_has_no_next_one() {
    directory.externalSource("CRM");

    directory.asAdmin().get(PATH).answers(200, "last-page.response.json");
  }

  @Test
  void the_list_is_narrowed_by_the_beginning_of_the_name_and_by_use() {
    directory.externalSource("Salesforce EU");
    directory.externalSource("salesforce US");
    directory.externalSource("Billing_1");
    directory.externalSource("Billing%1");
    directory.asAdmin().post(PATH, "{\"name\": \"Salesman\", \"active\": false}").answers(200);

    assertEquals(List.of("Salesforce EU", "salesforce US", "Salesman"), listed("name=SALES"));
    assertEquals(List.of("Salesman"), listed("name=sales&active=false"));
    assertEquals(List.of("Salesforce EU", "salesforce US"), listed("name=sales&active=true"));
    assertEquals(List.of(), listed("name=force"));
    assertEquals(List.of("Billing_1"), listed("name=billing_"));
    assertEquals(5, listed("name=&active=&cursor=&limit=").size());
  }

  private List<String> listed(String query) {
    return directory.asAdmin().get(PATH + "?" + query).answers(200).each("/entities", "/name");
  }

  @Test
  void a_cursor_belongs_to_one_list() {
    for (int i = 0; i < 11; i++) {
      directory.externalSource("Source " + i);
    }
    String cursor = directory.asAdmin().get(PATH + "?limit=10").answers(200).text("/cursors/after");
    assertFalse(cursor.isEmpty());

    for (String query : List.of("?active=true&cursor={}", "?name=s&cursor={}")) {
      directory
          .asAdmin()
          .get(PATH + query, cursor)
          .refuses(400, "invalid.value", "cursor", "invalid.value");
    }
    newDirectory("Theirs")
        .asAdmin()
        .get(PATH + "?cursor={}", cursor)
        .refuses(400, "invalid.value", "cursor", "invalid.value");
    directory
        .asAdmin()
        .get(PATH + "?cursor={}", cursor.substring(1))
        .refuses(400, "invalid.value", "cursor", "invalid.value");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=9, limit",
    "limit=201, limit",
    "limit=ten, limit",
    "active=maybe, active",
    "cursor=x, cursor"
  })
  void a_malformed_parameter_is_refused_by_its_name(String query, String field) {
    directory
        .asAdmin()
        .get(PATH + "?" + query)
        .refuses(400, "invalid.value", field, "invalid.value");
  }

  @ParameterizedTest
  @EnumSource(
      value = Permission.class,
      names = {"EXTERNAL_SOURCE_VIEW", "CONTACT_VIEW", "ORGANIZATION_VIEW"})
  void whoever_may_see_records_may_see_what_they_point_at(Permission permission) {
    String id = directory.externalSource("CRM");
    var someone = directory.holding(Set.of(permission));

    api.as(someone).get(PATH + "/{}", id).answers(200);
    assertEquals(List.of(id), api.as(someone).get(PATH).answers(200).each("/entities", "/id"));
    api.as(someone).delete(PATH + "/{}", id).refuses(403, "missing.any.permissions");
  }

  @Test
  void sources_of_another_organization_stay_hidden() {
    String id = directory.externalSource("CRM");
    var theirs = newDirectory("Theirs");

    assertEquals(List.of(), theirs.asAdmin().get(PATH).answers(200).each("/entities", "/id"));
    theirs.asAdmin().delete(PATH + "/{}", id).refuses(404, "not.found");
    theirs.externalSource("CRM");
    directory.asAdmin().get(PATH + "/{}", id).answers(200);
  }

  @Test
  void records_show_their_sources_whole_where_that_is_asked_for() {
    String id = directory.asAdmin().post(PATH, Samples.EXTERNAL_SOURCE).answers(200).id();
    String contact = directory.contact("Ana Ruiz").with("externalIds", ids(id, "A-1")).add();
    String organization =
        directory
            .asAdmin()
            .post(
                ORGANIZATIONS,
                "{\"name\": \"Ruiz y Hermanos\", \"externalIds\": " + ids(id, "O-1") + "}")
            .answers(200)
            .id();

    for (String path : List.of(CONTACTS + "/" + contact, ORGANIZATIONS + "/" + organization)) {
      directory
          .asAdmin()
          .get(path + "?expand=externalSources")
          .answers(200)
          .holds("/externalIds/0/externalSource/name", "\"Salesforce\"");
      directory
          .asAdmin()
          .get(path)
          .answers(200)
          .holds("/externalIds/0/externalSource/id", "\"" + id + "\"")
          .lacks("/externalIds/0/externalSource/name");
    }
    for (String path : List.of(CONTACTS, ORGANIZATIONS)) {
      directory
          .asAdmin()
          .get(path + "?expand=externalSources")
          .answers(200)
          .holds("/entities/0/externalIds/0/externalSource/name", "\"Salesforce\"");
    }
  }

  @Test
  void a_record_is_opened_in_the_other_system_by_its_id_there() {
    String crm = directory.asAdmin().post(PATH, Samples.EXTERNAL_SOURCE).answers(200).id();
    String contact = directory.contact("Ana Ruiz").with("externalIds", ids(crm, "A/1 &b")).add();
    String organization =
        directory
            .asAdmin()
            .post(
                ORGANIZATIONS,
                "{\"name\": \"Ruiz y Hermanos\", \"externalIds\": " + ids(crm, "O?1") + "}")
            .answers(200)
            .id();
    var seat = directory.person("Admin", "*");

    api.at(seat)
        .get("/contacts/{}", contact)
        .shows(200)
        .saying("href=\"https://crm.example/people/A%2F1%20%26b?tab=calls\"")
        .saying("Open in Salesforce");
    api.at(seat)
        .get("/organizations/{}", organization)
        .shows(200)
        .saying("href=\"https://crm.example/people/O%3F1?tab=calls\"")
        .saying("Open in Salesforce");

    directory
        .asAdmin()
        .put(PATH + "/" + crm, Samples.EXTERNAL_SOURCE.replace("true", "false"))
        .answers(200);
    Answer page = api.at(seat).get("/contacts/{}", contact).shows(200).saying("Salesforce");
    assertFalse(page.body().contains("Open in"), page::body);
  }

  private static String ids(String source, String value) {
    return "[{\"externalSource\": {\"id\": \"%s\"}, \"value\": \"%s\"}]".formatted(source, value);
  }
}
