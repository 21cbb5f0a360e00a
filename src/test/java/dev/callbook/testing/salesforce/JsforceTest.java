package dev.callbook.testing.salesforce;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.testing.NodeSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The simulated org by jsforce, which was written for the real one and knows nothing of ours: one
/// test a scenario of `src/test/sdk/jsforce`.
class JsforceTest {
  private static final Path SUITE = Path.of("src", "test", "sdk", "jsforce");
  private static final Path HOME = Path.of("target", "sdk", "jsforce");

  @TestFactory
  Stream<DynamicTest> jsforce_takes_it_for_salesforce() throws Exception {
    List<JsonNode> lines;
    try (ForeignOrg foreign = ForeignOrg.start()) {
      lines =
          new NodeSuite(SUITE, HOME)
              .run(
                  "run.mjs",
                  Map.of(
                      "JSFORCE_HOME", HOME.toAbsolutePath().toString(),
                      "SALESFORCE_URL", foreign.url(),
                      "SIGNER_KEY", foreign.signerKey()));
    }
    assertFalse(lines.isEmpty(), "no scenario ran");
    return lines.stream().map(JsforceTest::scenario);
  }

  private static DynamicTest scenario(JsonNode line) {
    return DynamicTest.dynamicTest(
        line.path("name").asText(),
        () -> {
          if (line.has("failure")) {
            fail(line.path("failure").asText());
          }
        });
  }
}
