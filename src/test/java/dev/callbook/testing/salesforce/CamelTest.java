package dev.callbook.testing.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The simulated org by Camel's Salesforce component, which was written for the real one and knows
/// nothing of ours: one test a scenario of `src/camel`, in a JVM and with libraries of its own.
class CamelTest {
  private static final Path PROJECT = Path.of("src", "camel", "pom.xml");
  private static final Path SUITE = Path.of("src/camel/java/dev/callbook/camel/Suite.java");
  private static final Path HOME = Path.of("target", "sdk", "camel");
  private static final Path LIBRARIES = HOME.resolve("libraries");
  private static final Path CLASSES = HOME.resolve("classes");

  @TestFactory
  Stream<DynamicTest> camel_takes_it_for_salesforce() throws Exception {
    fetch();
    compile();
    Path keys = HOME.resolve("keys.p12");
    List<String> lines;
    try (ForeignOrg foreign = ForeignOrg.start()) {
      foreign.trust(signer(keys));
      lines =
          run(
              program("java"),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              CLASSES + File.pathSeparator + LIBRARIES + "/*",
              "dev.callbook.camel.Suite",
              foreign.url(),
              keys.toAbsolutePath().toString());
    }
    assertFalse(lines.isEmpty(), "no scenario ran");
    return lines.stream()
        .filter(line -> line.startsWith("PASSED\t") || line.startsWith("FAILED\t"))
        .map(line -> line.split("\t", 3))
        .map(parts ->
            DynamicTest.dynamicTest(
                parts[1],
                () -> {
                  if (parts[0].equals("FAILED")) {
                    fail(parts[2].replace("\\n", "\n"));
                  }
                }));
  }

  /// Fetches the libraries unless those of this project are there.
  private static void fetch() throws IOException, InterruptedException {
    Path fetched = HOME.resolve("pom.xml");
    if (Files.exists(fetched) && Files.mismatch(fetched, PROJECT) == -1) {
      return;
    }
    Files.createDirectories(HOME);
    wait(
        new ProcessBuilder(
            "mvn",
            "-B",
            "-q",
            "-f",
            PROJECT.toString(),
            "dependency:copy-dependencies",
            "-DoutputDirectory=" + LIBRARIES.toAbsolutePath()),
        "fetch.log");
    Files.write(fetched, Files.readAllBytes(PROJECT));
  }

  /// Not run from its source, for Camel looks for classes on the class path.
  private static void compile() throws IOException, InterruptedException {
    wait(
        new ProcessBuilder(
            program("javac"), "-cp", LIBRARIES + "/*", "-d", CLASSES.toString(), SUITE.toString()),
        "compile.log");
  }

  /// A new key, with a certificate, in a store of its own.
  private static KeyStore signer(Path keys) throws Exception {
    Files.deleteIfExists(keys);
    wait(
        new ProcessBuilder(
            program("keytool"),
            "-genkeypair",
            "-alias",
            "signer",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=signer",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            keys.toString()),
        "keytool.log");
    return KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    Path output = HOME.resolve("suite.txt");
    ProcessBuilder suite = new ProcessBuilder(command).redirectOutput(output.toFile());
    int status = suite.redirectError(HOME.resolve("suite.log").toFile()).start().waitFor();
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertEquals(0, status, "the suite ended badly; target/sdk/camel/suite.log says why");
    return lines;
  }

  private static void wait(ProcessBuilder program, String log)
      throws IOException, InterruptedException {
    Path file = HOME.resolve(log);
    Process process = program.redirectErrorStream(true).redirectOutput(file.toFile()).start();
    assertEquals(0, process.waitFor(), () -> file + " says why");
  }
}
