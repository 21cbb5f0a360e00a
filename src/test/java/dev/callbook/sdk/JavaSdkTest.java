package dev.callbook.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The official Java SDK, the newest that is published, works against Callbook: the scenarios of
/// `src/sdk/java`, in a JVM and with libraries of their own.
///
/// This version logs in over TLS only; the token is fetched as its users would have to.
@QuarkusTest
class JavaSdkTest extends FeatureTest {
  private static final Path OPERATIONS =
      Path.of("src", "test", "resources", "contract", "operations.tsv");
  private static final Path LIBRARIES = Path.of("target", "sdk", "java");
  private static final Path CALLED = Path.of("target", "sdk", "java.txt");
  private static final Path SUITE = Path.of("src/sdk/java/dev/callbook/sdk/Suite.java");

  /// One line of the suite's output.
  private record Line(String outcome, String name, String why) {
    static Line of(String text) {
      String[] parts = text.split("\t", 3);
      return new Line(parts[0], parts[1], parts[2]);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_scenario_of_the_sdk_works() throws IOException, InterruptedException {
    Map<String, String> served = served();
    List<Line> lines = run(served.values());
    Set<String> called =
        lines.stream()
            .filter(line -> line.outcome().equals("CALLED"))
            .map(line -> served.getOrDefault(line.name(), line.name()))
            .collect(Collectors.toCollection(TreeSet::new));
    Files.write(CALLED, called);
    Stream<DynamicTest> scenarios =
        lines.stream()
            .filter(line -> line.outcome().equals("PASSED") || line.outcome().equals("FAILED"))
            .map(line -> DynamicTest.dynamicTest(line.name(), () -> passed(line)));
    return Stream.concat(
        scenarios,
        Stream.of(
            DynamicTest.dynamicTest(
                "every operation that is served and that the SDK has was called",
                () -> assertEquals(Set.of(), missing(served, called)))));
  }

  private static void passed(Line line) {
    if (line.outcome().equals("FAILED")) {
      fail(line.why().replace("\\n", "\n"));
    }
  }

  /// Ids of the operations described, by method and path.
  private Map<String, String> served() {
    Map<String, String> ids = new TreeMap<>();
    JsonNode paths = api.get("/openapi").answers(200).json().path("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    ids.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        operation.getValue().path("operationId").asText())));
    return ids;
  }

  /// Of the external contacts, which the SDK has in one class.
  private static Set<String> missing(Map<String, String> served, Set<String> called)
      throws IOException {
    Set<String> ofSdk =
        Files.readAllLines(OPERATIONS).stream()
            .filter(row -> row.contains("java198=yes") && row.contains("/externalcontacts/"))
            .map(row -> row.substring(0, row.indexOf('\t')))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(served.values());
    missing.retainAll(ofSdk);
    missing.removeAll(called);
    return missing;
  }

  private List<Line> run(Iterable<String> served) throws IOException, InterruptedException {
    Process suite =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LIBRARIES + "/*",
                SUITE.toString(),
                root.toString(),
                directory.admin().token(),
                directory.person("Agent", "*").user().toString(),
                String.join(",", served))
            .redirectError(Path.of("target", "sdk", "java.log").toFile())
            .start();
    List<Line> lines = new ArrayList<>();
    try (Stream<String> output = suite.inputReader(StandardCharsets.UTF_8).lines()) {
      output
          .filter(line -> line.matches("(PASSED|SKIPPED|FAILED|CALLED)\t.*"))
          .map(Line::of)
          .forEach(lines::add);
    }
    int status = suite.waitFor();
    if (status != 0 || lines.isEmpty()) {
      fail("the suite ended with " + status + "; target/sdk/java.log says why");
    }
    return lines;
  }
}
