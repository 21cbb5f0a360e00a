package dev.callbook.testing.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The simulated org behaves as the real one is described, where a client could tell the
/// difference.
class SimulatedSalesforceTest {
  private static final String API = "/services/data/v63.0";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private SimulatedSalesforce salesforce;
  private Org org;
  private String token;

  @BeforeEach
  void start() {
    salesforce = SimulatedSalesforce.start();
    org = salesforce.org();
    salesforce.sessions().app("app", "secret", "integration@example.org");
    token = signIn();
  }

  @AfterEach
  void stop() {
    salesforce.close();
  }

  private String signIn() {
    HttpResponse<String> answer =
        send(
            "POST",
            "/services/oauth2/token",
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_id=app&client_secret=secret");
    return json(answer).path("access_token").asText();
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(salesforce.url().resolve(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private JsonNode get(String path) {
    return json(send("GET", API + path, "application/json", ""));
  }

  private JsonNode query(String soql) {
    return get("/query?q=" + encoded(soql));
  }

  private JsonNode queryAll(String soql) {
    return get("/queryAll?q=" + encoded(soql));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> column(JsonNode answer, String field) {
    List<String> values = new ArrayList<>();
    answer.path("records").forEach(record -> values.add(record.path(field).asText()));
    return values;
  }

  private String contact(String name) {
    return org.insert("Contact", Map.of("LastName", name));
  }

  private List<String> found(String condition) {
    return column(
        query("SELECT LastName FROM Contact WHERE " + condition + " ORDER BY LastName"),
        "LastName");
  }

  private String code(JsonNode answer) {
    return answer.path(0).path("errorCode").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LastName = 'ruiz' | Ruiz",
        "LastName != 'Ruiz' | Kim,Okafor",
        "LastName LIKE '%i_' | Kim,Ruiz",
        "LastName IN ('Kim', 'Okafor') | Kim,Okafor",
        "LastName NOT IN ('Kim', 'Okafor') | Ruiz",
        "(LastName = 'Kim' OR LastName = 'Ruiz') AND Phone = null | Kim",
        "NOT LastName = 'Kim' | Okafor,Ruiz",
        "NumberOfVisits__c >= 2.5 | Ruiz",
        "DoNotCall = true | Ruiz",
        "Account.Name = 'Acme' | Ruiz",
        "Birthdate < 1990-01-01 | Ruiz",
        "SystemModstamp < 2000-01-01T00:00:00Z | ''",
      })
  void queries_find_what_they_say(String condition, String expected) {
    salesforce.schema().add("Contact", Field.of("NumberOfVisits__c", Field.Type.DOUBLE, 0));
    String acme = org.insert("Account", Map.of("Name", "Acme"));
    org.insert(
        "Contact",
        Map.of(
            "LastName",
            "Ruiz",
            "Phone",
            "+34911234567",
            "NumberOfVisits__c",
            3.0,
            "DoNotCall",
            true,
            "AccountId",
            acme,
            "Birthdate",
            java.time.LocalDate.of(1980, 2, 3)));
    contact("Kim");
    contact("Okafor");

    assertEquals(expected, String.join(",", found(condition)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT FROM Contact | MALFORMED_QUERY",
        "SELECT Id FROM Contact WHERE | MALFORMED_QUERY",
        "SELECT Id FROM Contact WHERE LastName = \"Ruiz\" | MALFORMED_QUERY",
        "SELECT Id FROM Contact WHERE LastName = 'a' AND LastName = 'b' OR LastName = 'c' |"
            + " MALFORMED_QUERY",
        "SELECT Id FROM Contact OFFSET 10 | MALFORMED_QUERY",
        "SELECT Id, (SELECT Id FROM Cases) FROM Contact | MALFORMED_QUERY",
        "SELECT Foo FROM Contact | INVALID_FIELD",
        "SELECT Foo.Name FROM Contact | INVALID_FIELD",
        "SELECT Id FROM Contact WHERE SystemModstamp > '2026-01-01T00:00:00Z' | INVALID_FIELD",
        "SELECT Id FROM Contact ORDER BY Foo | INVALID_FIELD",
        "SELECT Id FROM Kontact | INVALID_TYPE",
      })
  void queries_that_make_no_sense_are_refused(String soql, String code) {
    assertEquals(code, code(query(soql)));
  }

  @Test
  void records_are_counted_without_being_read() {
    contact("Kim");
    contact("Ruiz");

    JsonNode answer = query("SELECT COUNT() FROM Contact");

    assertEquals(2, answer.path("totalSize").asInt());
    assertTrue(answer.path("records").isEmpty());
  }

  @Test
  void nothing_has_an_order_that_nobody_asked_for() {
    List<String> names = new ArrayList<>();
    for (int number = 100; number < 130; number++) {
      names.add("Name " + number);
      contact("Name " + number);
    }

    List<String> shuffled = column(query("SELECT LastName FROM Contact"), "LastName");

    assertNotEquals(names, shuffled);
    Collections.sort(shuffled);
    assertEquals(names, shuffled);
  }

  @Test
  void pages_follow_until_done_and_may_be_of_any_size() {
    for (int number = 0; number < 7; number++) {
      contact("Name " + number);
    }
    salesforce.pages(3, 0, 2);

    JsonNode page = query("SELECT LastName FROM Contact ORDER BY LastName");
    List<Integer> sizes = new ArrayList<>(List.of(page.path("records").size()));
    while (!page.path("done").asBoolean()) {
      page = json(send("GET", page.path("nextRecordsUrl").asText(), "application/json", ""));
      sizes.add(page.path("records").size());
    }

    assertEquals(List.of(3, 0, 2, 2), sizes);
  }

  @Test
  void a_cursor_dies_with_its_session_by_idling_and_of_too_many_others() {
    contact("Kim");
    contact("Ruiz");
    salesforce.pages(1);
    String first = query("SELECT Id FROM Contact").path("nextRecordsUrl").asText();
    token = signIn();
    assertEquals("INVALID_QUERY_LOCATOR", code(json(send("GET", first, "application/json", ""))));

    String second = query("SELECT Id FROM Contact").path("nextRecordsUrl").asText();
    salesforce.time().pass(Duration.ofMinutes(16));
    assertEquals("INVALID_QUERY_LOCATOR", code(json(send("GET", second, "application/json", ""))));

    String third = query("SELECT Id FROM Contact").path("nextRecordsUrl").asText();
    for (int other = 0; other < 10; other++) {
      query("SELECT Id FROM Contact");
    }
    assertEquals("INVALID_QUERY_LOCATOR", code(json(send("GET", third, "application/json", ""))));
  }

  @Test
  void a_transaction_shows_at_its_end_with_the_stamps_of_its_beginning() {
    Instant start = salesforce.time().instant();
    Transaction late = org.begin();
    late.insert("Contact", Map.of("LastName", "Late"));
    salesforce.time().pass(Duration.ofMinutes(4));
    contact("Early");
    assertEquals(List.of("Early"), found("Id != null"));
    assertEquals(Values.inRest(start), covered());

    late.commit();

    assertEquals(List.of("Late"), found("SystemModstamp <= " + start));
    assertEquals(Values.inRest(salesforce.time().instant()), covered());
  }

  private Object covered() {
    Instant now = salesforce.time().instant();
    return get("/sobjects/Contact/updated/?start="
            + encoded(now.minus(Duration.ofHours(1)).toString())
            + "&end="
            + encoded(now.plus(Duration.ofHours(1)).toString()))
        .path("latestDateCovered")
        .asText();
  }

  @Test
  void what_is_deleted_is_in_the_bin_until_it_is_purged() {
    String kim = contact("Kim");
    String ruiz = contact("Ruiz");
    salesforce.time().pass(Duration.ofMinutes(10));
    org.delete(kim);
    salesforce.time().pass(Duration.ofMinutes(10));

    String all = "SELECT Id, LastName, IsDeleted FROM Contact ORDER BY LastName";
    assertEquals(List.of(ruiz), column(query(all), "Id"));
    assertEquals(List.of("true", "false"), column(queryAll(all), "IsDeleted"));
    assertEquals(List.of(kim), deleted());

    org.purge(kim);
    assertEquals(List.of(ruiz), column(queryAll(all), "Id"));
    assertEquals(List.of(kim), deleted());

    org.cutRemovals();
    assertEquals(List.of(), deleted());
  }

  private List<String> deleted() {
    Instant now = salesforce.time().instant();
    List<String> ids = new ArrayList<>();
    get("/sobjects/Contact/deleted/?start="
            + encoded(now.minus(Duration.ofDays(1)).toString())
            + "&end="
            + encoded(now.plus(Duration.ofMinutes(2)).toString()))
        .path("deletedRecords")
        .forEach(record -> ids.add(record.path("id").asText()));
    return ids;
  }

  @Test
  void an_undeleted_record_is_in_no_bin() {
    String kim = contact("Kim");
    org.delete(kim);

    org.undelete(kim);

    assertEquals(List.of("Kim"), found("IsDeleted = false"));
    assertEquals(List.of(), deleted());
  }

  @Test
  void whoever_is_merged_names_the_record_it_is_part_of() {
    String winner = contact("Kim");
    String loser = contact("Kimm");

    org.merge(winner, loser);

    JsonNode answer = queryAll("SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true");
    assertEquals(List.of(loser), column(answer, "Id"));
    assertEquals(List.of(winner), column(answer, "MasterRecordId"));
  }

  @Test
  void sharing_and_formulas_leave_no_stamp() {
    salesforce.schema().add("Contact", Field.formula("Company__c", "Account.Name"));
    String acme = org.insert("Account", Map.of("Name", "Acme"));
    String kim = org.insert("Contact", Map.of("LastName", "Kim", "AccountId", acme));
    String before =
        column(query("SELECT SystemModstamp FROM Contact"), "SystemModstamp").getFirst();
    salesforce.time().pass(Duration.ofHours(1));

    org.update(acme, Map.of("Name", "Acme Ltd"));
    assertEquals(
        List.of("Acme Ltd"), column(query("SELECT Company__c FROM Contact"), "Company__c"));
    org.share(kim, false);
    assertEquals(List.of(), column(query("SELECT Id FROM Contact"), "Id"));
    org.share(kim, true);

    assertEquals(
        List.of(before), column(query("SELECT SystemModstamp FROM Contact"), "SystemModstamp"));
  }

  @Test
  void ids_may_be_given_with_15_characters() {
    String kim = contact("Kim");

    assertEquals(18, kim.length());
    assertEquals(List.of("Kim"), found("Id = '" + kim.substring(0, 15) + "'"));
    assertEquals(List.of(), found("Id = '" + kim.toLowerCase(java.util.Locale.ROOT) + "'"));
  }

  @Test
  void addresses_are_compounds_in_rest_and_refused_in_bulk() {
    org.insert("Contact", Map.of("LastName", "Kim", "MailingCity", "Seoul"));

    JsonNode rest = query("SELECT MailingAddress FROM Contact");
    assertEquals(
        "Seoul", rest.path("records").path(0).path("MailingAddress").path("city").asText());
    HttpResponse<String> bulk =
        send(
            "POST",
            API + "/jobs/query",
            "application/json",
            "{\"operation\":\"query\",\"query\":\"SELECT MailingAddress FROM Contact\"}");
    assertEquals(400, bulk.statusCode());
    assertTrue(bulk.body().contains("compound data not supported"), bulk.body());
  }

  @Test
  void collections_answer_200_even_if_every_record_failed() {
    HttpResponse<String> answer =
        send(
            "PATCH",
            API + "/composite/sobjects/Contact/CallbookId__c",
            "application/json",
            """
            {"allOrNone": false, "records": [
              {"attributes": {"type": "Contact"}, "CallbookId__c": "1", "FirstName": "Kim"},
              {"attributes": {"type": "Contact"}, "CallbookId__c": "2", "LastName": "Kim", "Id": "003"}]}
            """);

    assertEquals(200, answer.statusCode());
    List<String> codes = new ArrayList<>();
    json(answer)
        .forEach(result -> codes.add(result.path("errors").path(0).path("statusCode").asText()));
    assertEquals(List.of("REQUIRED_FIELD_MISSING", "INVALID_FIELD_FOR_INSERT_UPDATE"), codes);
  }

  @Test
  void a_key_that_several_records_have_answers_300() {
    org.insert("Contact", Map.of("LastName", "Kim", "CallbookId__c", "7"));
    org.insert("Contact", Map.of("LastName", "Ruiz", "CallbookId__c", "7"));

    HttpResponse<String> answer =
        send(
            "PATCH",
            API + "/sobjects/Contact/CallbookId__c/7",
            "application/json",
            "{\"LastName\":\"Kim\"}");

    assertEquals(300, answer.statusCode());
    assertEquals(2, json(answer).size());
  }

  @Test
  void every_answer_says_what_is_used_of_the_day_until_there_is_no_more() {
    salesforce.allocation().set(98, 100);

    assertEquals(
        "api-usage=99/100",
        send("GET", API + "/limits", "application/json", "")
            .headers()
            .firstValue("Sforce-Limit-Info")
            .orElseThrow());
    get("/limits");
    HttpResponse<String> refused = send("GET", API + "/limits", "application/json", "");
    assertEquals(403, refused.statusCode());
    assertEquals("REQUEST_LIMIT_EXCEEDED", code(json(refused)));
  }

  @Test
  void requests_that_are_too_long_are_refused() {
    HttpResponse<String> answer =
        send("GET", API + "/query?q=" + "a".repeat(17_000), "application/json", "");

    assertEquals(414, answer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resets", "cuts", "page"})
  void faults_happen_once_where_they_were_planned(String kind) {
    contact("Kim");
    salesforce
        .faults()
        .next(
            "/query",
            switch (kind) {
              case "resets" -> new Fault.Resets();
              case "cuts" -> new Fault.CutsTheAnswer();
              default -> Fault.page(503);
            });

    assertFalse(get("/limits").isEmpty());
    switch (kind) {
      // The connection's client repeats a GET once by itself.
      case "resets" -> assertEquals(List.of("Kim"), found("Id != null"));
      case "cuts" -> assertThrows(AssertionError.class, () -> found("Id != null"));
      default ->
          assertEquals(503, send("GET", API + "/query?q=x", "application/json", "").statusCode());
    }
    assertEquals(List.of("Kim"), found("Id != null"));
  }
}
