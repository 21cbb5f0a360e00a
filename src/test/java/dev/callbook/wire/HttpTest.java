package dev.callbook.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every answer of the API has in common. Source: CONTRACT sections 1 and 4.
@QuarkusTest
@Tag("oldest-postgres")
class HttpTest extends FeatureTest {
  @Test
  void every_answer_carries_its_own_correlation_id_and_is_not_cached() {
    var one = directory.asAdmin().get(CONTACTS).answers(200);
    var other = directory.asAdmin().get(CONTACTS).answers(200);

    assertFalse(one.header("ININ-Correlation-Id").isEmpty());
    assertNotEquals(one.header("ININ-Correlation-Id"), other.header("ININ-Correlation-Id"));
    assertEquals("no-cache, no-store, must-revalidate", one.header("Cache-Control"));
    assertEquals("no-cache", one.header("Pragma"));
    assertEquals("0", one.header("Expires"));
    assertEquals("application/json;charset=UTF-8", one.header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void an_unknown_address_is_refused_in_the_apis_form(String method) {
    directory.asAdmin().send(method, "/api/v2/nothing/here", "").refuses(404, "not.found");
  }

  @Test
  void a_method_that_nobody_serves_is_refused_in_the_apis_form() {
    directory.asAdmin().send("DELETE", CONTACTS, "").refuses(405, "method.not.allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void a_body_of_another_type_is_refused_in_the_apis_form(String type) {
    directory
        .asAdmin()
        .with("Content-Type", type)
        .post(CONTACTS, "firstName=Ana")
        .refuses(415, "unsupported.media.type");
  }

  @Test
  void an_answer_in_another_type_is_refused_in_the_apis_form() {
    directory.asAdmin().with("Accept", "text/csv").get(CONTACTS).refuses(406, "not.acceptable");
  }

  @Test
  void what_clients_say_of_themselves_is_no_fault() {
    directory
        .asAdmin()
        .with("Accept", "application/json, text/plain, */*")
        .with("purecloud-sdk", "198.1.0")
        .with("User-Agent", "PureCloud SDK/java")
        .with("Genesys-App", "x")
        .get(CONTACTS)
        .answers(200);
  }

  /// By hand: clients insist on sending what they announced.
  @ParameterizedTest
  @CsvSource({
    "/api/v2/externalcontacts/contacts, 10000001, at most 10 MB",
    "/api/v2/callbook/imports, 2147483649, at most 2147 MB"
  })
  void a_body_that_is_too_large_is_refused_in_the_apis_form_before_it_is_sent(
      String path, long length, String limit) throws IOException {
    try (Socket server = new Socket(root.getHost(), root.getPort())) {
      server.setSoTimeout(10_000);
      server
          .getOutputStream()
          .write(
              ("POST "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                      + length
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertTrue(answer.contains("\"code\":\"request.entity.too.large\""), answer);
      assertTrue(answer.contains(limit), answer);
    }
  }

  @Test
  void a_client_that_asks_for_http_2_is_answered_as_it_came() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(root.resolve("/sign-in")).build(), BodyHandlers.discarding());

      assertEquals(200, answer.statusCode());
      assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
    }
  }
}
