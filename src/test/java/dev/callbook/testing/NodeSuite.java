package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tests that are written in JavaScript, for a library that is: they run in Node and tell what
/// became of them by a line of JSON each. The library is fetched from npm, once.
///
/// @param folder of the scripts, with `package.json`, `.npmrc` and the lockfile
/// @param home where the library goes, below `target`
public record NodeSuite(Path folder, Path home) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Runs a script of the folder. @return each line that it wrote
  public List<JsonNode> run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    install();
    List<JsonNode> lines = new ArrayList<>();
    for (String line :
        start(Path.of("."), environment, "node", folder.resolve(script).toString())) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /// Fetches the library unless the lockfile's version of it is there.
  private void install() throws IOException, InterruptedException {
    Path lock = home.resolve("package-lock.json");
    if (Files.isDirectory(home.resolve("node_modules"))
        && Files.mismatch(lock, folder.resolve("package-lock.json")) == -1) {
      return;
    }
    Files.createDirectories(home);
    for (String file : List.of("package.json", ".npmrc", "package-lock.json")) {
      Files.write(home.resolve(file), Files.readAllBytes(folder.resolve(file)));
    }
    start(home, Map.of(), "npm", "ci");
  }

  private static List<String> start(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("callbook-node", ".log");
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
