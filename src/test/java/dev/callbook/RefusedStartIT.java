package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callbook.platform.DatabaseConnection;
import dev.callbook.platform.OtherPostgres;
import dev.callbook.testing.EmbeddedDatabase;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.User;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Starts that fail: each says why in one line and nothing else, and exits.
class RefusedStartIT {
  private static final int FAILED = 1;
  private static final int BAD_SETTING = 2;

  @TempDir static Path folder;

  @BeforeAll
  static void everybody_may_enter_the_folder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void an_argument_nobody_knows() {
    refuses(
        launch("--prot=9000"),
        BAD_SETTING,
        "unknown setting callbook.prot (argument --prot); the nearest is callbook.port");
  }

  @Test
  void an_environment_variable_nobody_knows() {
    refuses(
        launch(Map.of("CALLBOOK_DATBASE_URL", "jdbc:postgresql://db/callbook")),
        BAD_SETTING,
        "unknown setting CALLBOOK_DATBASE_URL (environment variable CALLBOOK_DATBASE_URL);"
            + " the nearest is callbook.database.url");
  }

  @Test
  void a_line_of_the_settings_file_nobody_knows(@TempDir Path withFile) throws Exception {
    Files.writeString(withFile.resolve("callbook.properties"), "port=9000\n");

    refuses(
        RunningCallbook.launch(User.SELF, withFile, Map.of()),
        BAD_SETTING,
        "unknown setting port (in callbook.properties); the nearest is callbook.port");
  }

  @ParameterizedTest
  @CsvSource({
    "port, eighty, 'not a port, which is a number from 0 to 65535'",
    "port, 65536, 'not a port, which is a number from 0 to 65535'",
    "stop-when-ready, perhaps, neither true nor false",
  })
  void a_bad_value(String key, String value, String reason) {
    refuses(
        launch("--" + key + "=" + value),
        BAD_SETTING,
        "bad setting callbook.%s (argument --%s): %s".formatted(key, key, reason));
  }

  @Test
  void an_argument_that_is_no_setting() {
    refuses(
        launch("start"),
        BAD_SETTING,
        "cannot read the argument start: a setting is given as --key=value");
  }

  @Test
  void a_data_folder_that_cannot_be_written_to(@TempDir Path locked) throws Exception {
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    User user = User.isRoot() ? User.ORDINARY : User.SELF;

    refuses(
        RunningCallbook.launch(user, folder, Map.of(), "--data=" + locked),
        FAILED,
        "cannot use the data folder %s (no permission for %s);"
                .formatted(locked, locked.resolve("callbook.lock"))
            + " set CALLBOOK_DATA to a folder that can be written to");
  }

  @Test
  void a_data_folder_that_is_a_file() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    refuses(
        launch("--data=" + file),
        FAILED,
        "cannot use the data folder %s (%s is not a folder);".formatted(file, file)
            + " set CALLBOOK_DATA to a folder that can be written to");
  }

  @Test
  void a_data_folder_in_use_and_then_a_port_in_use() throws Exception {
    Path data = folder.resolve("used");
    try (RunningCallbook running = launch("--port=0", "--data=" + data)) {
      assertEquals(200, running.readiness());
      long pid = Long.parseLong(Files.readString(data.resolve("callbook.lock")).strip());
      refuses(
          launch("--port=0", "--data=" + data),
          FAILED,
          "another Callbook (process %d) is using the data folder %s"
              .formatted(pid, data.toRealPath()));
      assertEquals(200, running.readiness());
    }

    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      refuses(
          launch("--port=" + port, "--data=" + data),
          FAILED,
          "port %d is taken; set CALLBOOK_PORT to another".formatted(port));
    }
    assertTrue(
        Files.notExists(new EmbeddedDatabase(data).lock()), "the database ends with Callbook");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://db/callbook, jdbc:mysql://db/callbook: No suitable driver",
    "db.example.com, db.example.com: No suitable driver",
    "jdbc:postgresql://127.0.0.1:1/callbook?password=secret, "
        + "jdbc:postgresql://127.0.0.1:1/callbook: Connection to 127.0.0.1:1 refused.",
    "jdbc:postgresql://no-such-host.invalid/callbook, "
        + "jdbc:postgresql://no-such-host.invalid/callbook: The connection attempt failed.",
  })
  void a_database_url_that_leads_nowhere(String url, String reason) {
    refuses(
        launch(Map.of("CALLBOOK_DATABASE_URL", url)),
        FAILED,
        "cannot use the database of CALLBOOK_DATABASE_URL, " + reason);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void a_postgresql_that_is_too_old(@TempDir Path old) throws Exception {
    Path jar = Path.of("target", "test-binaries", "old-postgres.jar");
    try (OtherPostgres postgres = OtherPostgres.ofArchive(jar, old)) {
      refuses(
          launch(environment(postgres.connection())),
          FAILED,
          "the database at %s is PostgreSQL 14.20; Callbook needs 15 or newer"
              .formatted(postgres.connection().url()));
    }
  }

  @Test
  void a_wrong_password_and_a_wrong_database(@TempDir Path system) throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/lib/postgresql/15")), "no PostgreSQL 15 is installed");
    try (OtherPostgres postgres = OtherPostgres.ofSystem(15, system)) {
      DatabaseConnection right = postgres.connection();
      refuses(
          launch(environment(new DatabaseConnection(right.url(), right.user(), "wrong"))),
          FAILED,
          "cannot use the database of CALLBOOK_DATABASE_URL, %s: FATAL: password authentication failed for user \"%s\""
              .formatted(right.url(), right.user()));
      String elsewhere = right.url().replace("/postgres", "/elsewhere");
      refuses(
          launch(environment(new DatabaseConnection(elsewhere, right.user(), right.password()))),
          FAILED,
          "cannot use the database of CALLBOOK_DATABASE_URL, %s: FATAL: database \"elsewhere\" does not exist"
              .formatted(elsewhere));
    }
  }

  private static RunningCallbook launch(String... settings) {
    return RunningCallbook.launch(User.SELF, folder, Map.of(), settings);
  }

  private static RunningCallbook launch(Map<String, String> environment) {
    return RunningCallbook.launch(User.SELF, folder, environment, "--port=0");
  }

  private static Map<String, String> environment(DatabaseConnection database) {
    return Map.of(
        "CALLBOOK_DATABASE_URL", database.url(),
        "CALLBOOK_DATABASE_USER", database.user(),
        "CALLBOOK_DATABASE_PASSWORD", database.password());
  }

  private static void refuses(RunningCallbook callbook, int exitCode, String reason) {
    assertEquals(exitCode, callbook.end(), () -> "it said " + callbook.output());
    assertEquals(1, callbook.output().size(), () -> "it said " + callbook.output());
    String said = callbook.output().getFirst();
    assertTrue(said.startsWith("Callbook cannot start: " + reason), () -> "it said " + said);
  }
}
