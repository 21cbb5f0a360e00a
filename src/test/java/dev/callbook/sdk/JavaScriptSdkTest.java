package dev.callbook.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.access.Clients;
import dev.callbook.sdk.Operations.Operation;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.NodeSuite;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Callbook by the official JavaScript SDK, unmodified, in Node: one test a scenario of
/// `src/test/sdk/javascript`. The SDK is fetched from npm into `target/sdk/javascript`, once.
@QuarkusTest
class JavaScriptSdkTest extends FeatureTest {
  private static final Path SUITE = Path.of("src", "test", "sdk", "javascript");
  private static final Path HOME = Path.of("target", "sdk", "javascript");

  /// The ids of the operations that the suite called, one a line; also for the table in the docs.
  static final Path CALLED = Path.of("target", "sdk", "javascript.txt");

  @TestFactory
  Stream<DynamicTest> integrators_get_what_they_expect() throws Exception {
    List<JsonNode> lines = run();
    List<DynamicTest> tests =
        lines.stream().filter(line -> line.has("name")).map(this::scenario).toList();
    assertFalse(tests.isEmpty(), "no scenario ran");
    Set<String> calls =
        lines
            .getLast()
            .path("calls")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    List<String> called = Operations.idsOf(calls);
    Files.write(CALLED, called);
    return Stream.concat(
        tests.stream(),
        Stream.of(
            DynamicTest.dynamicTest(
                "every operation that is served is called", () -> assertComplete(called))));
  }

  private DynamicTest scenario(JsonNode line) {
    return DynamicTest.dynamicTest(
        line.path("area").asText() + ": " + line.path("name").asText(),
        () -> {
          if (line.has("failure")) {
            fail(line.path("failure").asText());
          }
        });
  }

  private static void assertComplete(List<String> called) {
    List<String> missing =
        Operations.all().stream()
            .filter(Operation::isOurs)
            .filter(Operation::isServed)
            .map(Operation::id)
            .filter(id -> !called.contains(id))
            .sorted()
            .toList();
    assertEquals("", String.join("\n", missing), "served, and called by no scenario");
  }

  /// Each line that the suite wrote.
  private List<JsonNode> run() throws Exception {
    Clients.Issued program = directory.program("Admin");
    Seat agent = directory.person("Agent", "Billing");
    return new NodeSuite(SUITE, HOME)
        .run(
            "harness/run.mjs",
            Map.of(
                "SDK_HOME", HOME.toAbsolutePath().toString(),
                "CALLBOOK_URL", root.toString(),
                "CALLBOOK_CLIENT_ID", program.client().id().toString(),
                "CALLBOOK_CLIENT_SECRET", program.secret(),
                "CALLBOOK_DIVISION", directory.division("Billing").wireId(),
                "CALLBOOK_USER", agent.user().toString()));
  }
}
