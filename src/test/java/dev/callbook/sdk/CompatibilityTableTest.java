package dev.callbook.sdk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.sdk.Operations.Operation;
import dev.callbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of operations in `docs/compatibility.md`: what is served, and what the SDKs' suites
/// have called in this run. A suite that has not run keeps its column as it stands. This test needs
/// no application, and such tests run after all that do.
class CompatibilityTableTest {
  private static final String FILE = "compatibility.md";
  private static final String HEAD =
      """
      | operation | method and path | served | JavaScript SDK | Java SDK |
      |---|---|---|---|---|
      """;
  private static final Path JAVASCRIPT = JavaScriptSdkTest.CALLED;
  private static final Path JAVA = Path.of("target", "sdk", "java.txt");

  @Test
  void the_table_says_what_is_served_and_tested() throws IOException {
    String docs = Files.readString(Path.of("docs", FILE));
    int start = docs.indexOf(HEAD);
    assertTrue(start >= 0, "docs/" + FILE + " has no table of operations");
    int end = docs.indexOf("\n\n", start) < 0 ? docs.length() : docs.indexOf("\n\n", start) + 1;
    Set<String> javascript = tested(JAVASCRIPT, docs, 4);
    Set<String> java = tested(JAVA, docs, 5);
    String rows =
        Operations.all().stream()
            .filter(operation -> operation.isOurs() || operation.isServed())
            .map(operation ->
                "| `%s` | %s `%s` | %s | %s | %s |%n"
                    .formatted(
                        operation.id(),
                        operation.method(),
                        operation.path(),
                        operation.isServed() ? "yes" : "no",
                        javascript.contains(operation.id()) ? "tested" : "",
                        java.contains(operation.id()) ? "tested" : ""))
            .collect(Collectors.joining());
    Golden.inDocs().compare(FILE, docs.substring(0, start) + HEAD + rows + docs.substring(end));
  }

  /// The operations that a suite called; those of the docs' column where it has not run.
  private static Set<String> tested(Path called, String docs, int column) throws IOException {
    if (Files.exists(called)) {
      return Set.copyOf(Files.readAllLines(called));
    }
    Map<String, Operation> known =
        Operations.all().stream()
            .collect(Collectors.toMap(Operation::id, operation -> operation, (one, _) -> one));
    return docs.lines()
        .map(line -> List.of(line.split("\\|", -1)))
        .filter(cells -> cells.size() > column && cells.get(column).strip().equals("tested"))
        .map(cells -> cells.get(1).strip().replace("`", ""))
        .filter(known::containsKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
