package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callbook.testing.EmbeddedDatabase;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Starting and stopping on the embedded database.
class StartIT {
  @TempDir Path folder;

  @BeforeEach
  void everybody_may_enter_the_folder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @EnumSource
  void a_second_start_finds_what_the_first_one_kept(User user) throws Exception {
    assumeTrue(user == User.SELF || User.isRoot(), "only root can run it as somebody else");
    user.own(folder);
    EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("data"));

    try (RunningCallbook callbook = RunningCallbook.start(user, folder)) {
      assertEquals(200, callbook.readiness());
      database.execute("create table kept as select 42 as answer");
    }
    assertFalse(Files.exists(database.lock()), "the database ends with Callbook");

    try (RunningCallbook callbook = RunningCallbook.start(user, folder)) {
      assertEquals(200, callbook.readiness());
      assertEquals(List.of("42"), database.select("select answer from kept"));
    }
  }

  @Test
  void root_without_user_namespaces_runs_the_database_as_another_user() throws Exception {
    assumeTrue(User.isRoot(), "only root needs another user");
    Path programs = Files.createDirectory(folder.resolve("programs"));
    for (String program : List.of("setpriv", "setsid", "id", "sh", "true")) {
      Path original = Path.of("/usr/bin", program);
      Files.copy(original, programs.resolve(program), StandardCopyOption.COPY_ATTRIBUTES);
    }
    EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("data"));

    for (int start = 1; start <= 2; start++) {
      try (RunningCallbook callbook =
          RunningCallbook.launch(
              User.SELF, folder, Map.of("PATH", programs.toString()), "--port=0")) {
        assertEquals(200, callbook.readiness());
        assertEquals("nobody", database.server().info().user().orElseThrow());
      }
    }
    assertFalse(Files.exists(database.lock()), "the database ends with Callbook");
  }

  @Test
  void it_stops_once_it_is_ready_when_told_to() {
    RunningCallbook callbook =
        RunningCallbook.launch(User.SELF, folder, Map.of(), "--port=0", "--stop-when-ready=true");

    assertEquals(0, callbook.end());
    assertTrue(
        callbook.output().getLast().startsWith("Callbook is ready at http://localhost:"),
        () -> "unexpected " + callbook.output());
  }
}
