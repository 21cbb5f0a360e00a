package dev.callbook.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Nasty;
import dev.callbook.testing.Route;
import dev.callbook.testing.Routes;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever is sent, the answer is never that something broke: some clients repeat a request 20
/// times after a 5xx. Source: CONTRACT section 3.
@QuarkusTest
class MalformedRequestsTest extends FeatureTest {
  private static final byte[] NOTHING = {};
  private static final String SOMEBODY = "019ab0f6-7c00-7000-8000-000000000009";

  /// Two routes at a time: a request mostly waits, for one side or the other.
  @TestFactory
  Stream<DynamicTest> nothing_that_is_sent_breaks_anything() {
    Agent admin = directory.admin();
    ExecutorService two = Executors.newFixedThreadPool(2);
    return Routes.ofApi().stream()
        // Whoever ends their own token cannot go on.
        .filter(route -> !route.path().equals("/api/v2/tokens/me"))
        .map(route -> Map.entry(route, two.submit(() -> batter(route, admin))))
        .toList()
        .stream()
        .map(battered ->
            DynamicTest.dynamicTest(
                battered.getKey().toString(),
                () -> assertEquals(List.of(), battered.getValue().get())))
        .onClose(two::close);
  }

  /// @return what broke
  private List<String> batter(Route route, Agent caller) {
    String contact = directory.contact("Ana Ruiz").add();
    String organization = directory.organization("Ruiz y Hermanos").add();
    String path = route.to(name -> name.equals("externalOrganizationId") ? organization : contact);
    List<String> broken = new ArrayList<>();
    for (String text : Nasty.texts()) {
      for (String parameter : route.parameters()) {
        // One at a time: three long ones are more than a request line may hold.
        String spoilt =
            route.to(name -> name.equals(parameter) ? name : SOMEBODY).replace(parameter, text);
        send(route, caller, spoilt, NOTHING, broken);
      }
      for (String parameter : route.queryParameters()) {
        send(route, caller, path + "?" + parameter + "=" + text, NOTHING, broken);
      }
      send(route, caller, path + "?" + text, NOTHING, broken);
    }
    if (!Samples.bodyFor(route).isEmpty()) {
      Nasty.bodies(Samples.bodyFor(route)).forEach(body -> send(route, caller, path, body, broken));
    }
    return broken;
  }

  private void send(Route route, Agent caller, String path, byte[] body, List<String> broken) {
    Answer answer = api.as(caller).send(route.method(), path, body);
    String sent = new String(body, StandardCharsets.UTF_8);
    if (answer.status() >= 500) {
      broken.add(
          path + " " + sent.substring(0, Math.min(300, sent.length())) + " -> " + answer.body());
      return;
    }
    assertTrue(answer.status() >= 200 && (answer.status() < 300 || answer.status() >= 400));
    if (answer.status() >= 400) {
      answer.answers(answer.status());
      assertFalse(answer.body().contains("Exception"), answer::body);
    }
  }
}
