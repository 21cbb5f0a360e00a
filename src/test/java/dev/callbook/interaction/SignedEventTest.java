package dev.callbook.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.OrgId;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.Seats;
import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events of sources that sign instead of holding a token.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignedEventTest {
  @Inject Seats seats;
  @Inject Clock clock;

  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/")
  URI root;

  private CallCentre centre;
  private String event;
  private String source;
  private String secret;

  @BeforeEach
  void giveTheSourceASecret() throws Exception {
    OrgId org = seats.organization();
    centre = seats.centre(org, root);
    Seat agent = seats.agent(org, "Billing");
    event = CallCentre.event("c1", "offered", agent, "");
    rotate();
  }

  private void rotate() throws Exception {
    var made =
        new ObjectMapper()
            .readTree(
                centre.api("POST", "/api/v2/callbook/interactions/sources/pbx/secret", "").body());
    source = made.path("id").asText();
    secret = made.path("secret").asText();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  @Test
  void a_signed_event_is_taken() throws Exception {
    HttpResponse<String> answer = send(event, sign(secret, now() + "." + event), now());
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"source\":\"pbx\""), answer.body());
  }

  @Test
  void a_wrong_signature_is_refused() throws Exception {
    String signature = sign("another", now() + "." + event);
    assertEquals(401, send(event, signature, now()).statusCode());
  }

  @Test
  void a_changed_body_is_refused() throws Exception {
    String signature = sign(secret, now() + "." + event);
    assertEquals(401, send(event + " ", signature, now()).statusCode());
  }

  @Test
  void an_old_event_is_refused_also_under_a_new_time() throws Exception {
    long old = now() - 301;
    String signature = sign(secret, old + "." + event);
    assertEquals(401, send(event, signature, old).statusCode());
    assertEquals(401, send(event, signature, now()).statusCode());
  }

  @Test
  void a_secret_that_was_replaced_opens_nothing() throws Exception {
    String before = secret;
    rotate();
    assertEquals(401, send(event, sign(before, now() + "." + event), now()).statusCode());
    assertEquals(200, send(event, sign(secret, now() + "." + event), now()).statusCode());
  }

  private HttpResponse<String> send(String body, String signature, long timestamp)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(root.resolve(CallCentre.EVENTS + "/signed"))
              .header("Content-Type", "application/json")
              .header("X-Callbook-Source", source)
              .header("X-Callbook-Timestamp", String.valueOf(timestamp))
              .header("X-Callbook-Signature", signature)
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static String sign(String key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
