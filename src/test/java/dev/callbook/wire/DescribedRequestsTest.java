package dev.callbook.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.Broken;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Route;
import dev.callbook.testing.Routes;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the API's description says of parameters and fields is so: what it allows is taken, and
/// whatever else is sent is refused by the name of the parameter or field, never by a fault.
///
/// Of the many ways to spoil a body some are tried, chosen by `-Dcallbook.test.seed`; a failure
/// names the seed.
@QuarkusTest
class DescribedRequestsTest extends FeatureTest {
  private static final long SEED = Long.getLong("callbook.test.seed", 20_261_127);
  private static final int TRIED = 120;
  private static final String LONG = "x".repeat(2_000);

  /// Whoever ends their own token cannot go on; signed events are not read before their signature.
  private static final List<String> APART =
      List.of("/api/v2/tokens/me", "/api/v2/callbook/interactions/events/signed");

  private String contact = "";
  private String organization = "";
  private String note = "";

  @TestFactory
  Stream<DynamicTest> parameters_take_what_is_described_and_nothing_else() {
    Api admin = arrange();
    return each((route, operation) -> {
      List<String> wrong = new ArrayList<>();
      for (JsonNode parameter : operation.path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          parameter(admin, route, needed(operation, parameter), parameter, wrong);
        }
      }
      assertEquals(List.of(), wrong);
    });
  }

  /// The other parameters without which nothing is taken.
  private static String needed(JsonNode operation, JsonNode parameter) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(other -> other.path("in").asText().equals("query"))
        .filter(other -> other.path("required").asBoolean() && !other.equals(parameter))
        .map(other -> other.path("name").asText() + "=x&")
        .collect(Collectors.joining());
  }

  private void parameter(
      Api admin, Route route, String others, JsonNode parameter, List<String> wrong) {
    String name = parameter.path("name").asText();
    JsonNode schema = parameter.path("schema");
    JsonNode one = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
    List<String> allowed = one.path("enum").valueStream().map(JsonNode::asText).toList();
    for (String value : allowed) {
      taken(send(admin, route, others + name + "=" + value), name, wrong);
    }
    if (allowed.size() > 1 && schema.has("items")) {
      taken(send(admin, route, others + name + "=" + String.join(",", allowed)), name, wrong);
      String repeated =
          allowed.stream().map(value -> name + "=" + value).collect(Collectors.joining("&"));
      taken(send(admin, route, others + repeated), name, wrong);
    }
    if (!allowed.isEmpty()) {
      refused(send(admin, route, others + name + "=nonsense"), name, wrong);
    }
    if (one.path("type").asText().equals("integer")) {
      for (String text : List.of("x", "1.5", "99999999999", "-1", "1e1", "%00")) {
        refused(send(admin, route, others + name + "=" + text), name, wrong);
      }
    }
    if (parameter.path("required").asBoolean()) {
      refused(send(admin, route, others), name, wrong);
    }
    for (String text : List.of(LONG, "%00", "%ff", "%ED%A0%80", ",,,", "%27")) {
      unbroken(send(admin, route, others + name + "=" + text), wrong);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_field_of_the_wrong_type_is_named() {
    JsonNode document = document();
    Api admin = arrange();
    return each((route, operation) -> {
      JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
      List<Broken> bodies =
          new ArrayList<>(Broken.bodies(document, schema, Samples.bodyFor(route)).toList());
      Collections.shuffle(bodies, new Random(SEED));
      List<String> wrong = new ArrayList<>();
      bodies.stream()
          .limit(TRIED)
          .forEach(broken -> {
            Answer answer = admin.send(route.method(), path(route), broken.body());
            if (broken.field().isEmpty()) {
              unbroken(answer, wrong);
            } else {
              refused(answer, broken.field(), wrong);
            }
          });
      assertEquals(List.of(), wrong, () -> "with -Dcallbook.test.seed=" + SEED);
    });
  }

  @TestFactory
  Stream<DynamicTest> a_body_that_is_missing_or_of_another_kind_is_refused() {
    Api admin = arrange();
    return each((route, operation) -> {
      if (!operation.at("/requestBody/content").has("application/json")) {
        return;
      }
      List<String> wrong = new ArrayList<>();
      for (Answer answer :
          List.of(
              admin.send(route.method(), path(route), ""),
              admin.send(route.method(), path(route), "null"),
              admin
                  .with("Content-Type", "text/plain")
                  .send(route.method(), path(route), Samples.bodyFor(route)),
              admin
                  .with("Content-Type", "application/xml")
                  .send(route.method(), path(route), "<a/>"))) {
        if (answer.status() < 400) {
          wrong.add(answer.request() + " was taken");
        }
        unbroken(answer, wrong);
      }
      assertEquals(List.of(), wrong);
    });
  }

  /// HTTP clients refuse to send these; others do send them.
  @TestFactory
  Stream<DynamicTest> an_address_that_is_wrongly_encoded_breaks_nothing() {
    Agent admin = directory.admin();
    return each((route, _) -> {
      String path = route.to(_ -> "broken").replace("broken", "%zz");
      for (String target : List.of(path, path + "?expand=%zz", path + "?%", path + "?a=%e4%")) {
        String answer = raw(route.method(), target, admin);
        assertTrue(answer.matches("(?s)HTTP/1.1 [234].*"), () -> target + " answered " + answer);
      }
    });
  }

  private String raw(String method, String target, Agent agent) throws IOException {
    String request =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(method, target, agent.token());
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private interface Check {
    void of(Route route, JsonNode operation) throws IOException;
  }

  private Stream<DynamicTest> each(Check check) {
    JsonNode paths = document().path("paths");
    return Routes.ofApi().stream()
        .filter(route -> !APART.contains(route.path()))
        .filter(route -> paths.path(route.path()).has(route.method().toLowerCase(Locale.ROOT)))
        .map(route ->
            DynamicTest.dynamicTest(
                route.toString(),
                () ->
                    check.of(
                        route,
                        paths.path(route.path()).path(route.method().toLowerCase(Locale.ROOT)))));
  }

  private JsonNode document() {
    return api.get("/openapi").answers(200).json();
  }

  private Api arrange() {
    contact = directory.contact("Ana Ruiz").add();
    organization = directory.organization("Ruiz y Hermanos").add();
    Api admin = api.as(directory.admin());
    note =
        admin
            .post(CONTACTS + "/" + contact + "/notes", "{\"noteText\": \"Mind the step\"}")
            .answers(200)
            .id();
    return admin;
  }

  private String path(Route route) {
    return route.to(name ->
        switch (name) {
          case "contactId" -> contact;
          case "externalOrganizationId" -> organization;
          case "noteId" -> note;
          default -> UUID.randomUUID().toString();
        });
  }

  private Answer send(Api admin, Route route, String query) {
    return admin.send(route.method(), path(route) + "?" + query, Samples.bodyFor(route));
  }

  private static void taken(Answer answer, String name, List<String> wrong) {
    unbroken(answer, wrong);
    if (answer.status() == 400 && named(answer, name)) {
      wrong.add(answer.request() + " is described, but refused: " + answer.body());
    }
  }

  /// A record that is not there may be said first.
  private static void refused(Answer answer, String name, List<String> wrong) {
    unbroken(answer, wrong);
    if (answer.status() != 404 && !(answer.status() == 400 && named(answer, name))) {
      wrong.add(
          answer.request()
              + " should be refused by the name of "
              + name
              + ": "
              + answer.status()
              + " "
              + answer.body());
    }
  }

  private static boolean named(Answer answer, String name) {
    return answer.each("/details", "/fieldName").contains(name);
  }

  private static void unbroken(Answer answer, List<String> wrong) {
    if (answer.status() >= 500) {
      wrong.add(answer.request() + " broke: " + answer.status() + " " + answer.body());
    } else if (answer.status() >= 400) {
      answer.answers(answer.status());
    }
  }
}
