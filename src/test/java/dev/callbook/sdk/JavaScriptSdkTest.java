package dev.callbook.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Clients;
import dev.callbook.sdk.Operations.Operation;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> integrators_get_what_they_expect() throws Exception {
    install();
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
    List<String> output =
        execute(
            Path.of("."),
            Map.of(
                "SDK_HOME", HOME.toAbsolutePath().toString(),
                "CALLBOOK_URL", root.toString(),
                "CALLBOOK_CLIENT_ID", program.client().id().toString(),
                "CALLBOOK_CLIENT_SECRET", program.secret(),
                "CALLBOOK_DIVISION", directory.division("Billing").wireId(),
                "CALLBOOK_USER", agent.user().toString()),
            "node",
            SUITE.resolve("harness").resolve("run.mjs").toString());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : output) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /// Fetches the SDK unless the lockfile's version of it is there.
  private static void install() throws Exception {
    Path lock = HOME.resolve("package-lock.json");
    if (Files.isDirectory(HOME.resolve("node_modules"))
        && Files.mismatch(lock, SUITE.resolve("package-lock.json")) == -1) {
      return;
    }
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", ".npmrc", "package-lock.json")) {
      Files.write(HOME.resolve(file), Files.readAllBytes(SUITE.resolve(file)));
    }
    execute(HOME, Map.of(), "npm", "ci");
  }

  private static List<String> execute(
      Path folder, Map<String, String> environment, String... command) throws Exception {
    Path errors = Files.createTempFile("callbook-sdk", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> output;
    try (var lines = process.inputReader()) {
      output = lines.lines().toList();
    }
    assertEquals(
        0,
        process.waitFor(),
        () -> String.join(" ", command) + ": " + output + readOrExplain(errors));
    Files.delete(errors);
    return output;
  }

  private static String readOrExplain(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      return fault.toString();
    }
  }
}
