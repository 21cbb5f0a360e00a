package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callbook.testing.EmbeddedDatabase;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.User;
import dev.callbook.testing.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `kill -9` leaves behind, and that the next start copes with it alone.
class KillIT {
  private static final int WRITES = 500;

  @TempDir Path folder;

  private EmbeddedDatabase database;

  @BeforeEach
  void everybody_may_enter_the_folder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    database = new EmbeddedDatabase(folder.resolve("data"));
  }

  @ParameterizedTest
  @EnumSource
  void killed_in_the_middle_of_writes_it_loses_nothing_it_acknowledged(User user) throws Exception {
    assumeTrue(user == User.SELF || User.isRoot(), "only root can run it as somebody else");
    user.own(folder);
    RunningCallbook callbook = RunningCallbook.start(user, folder);
    ProcessHandle orphan = database.server();

    try (Writer writer = Writer.start(database, WRITES)) {
      callbook.kill();
      assertTrue(orphan.isAlive(), "the database outlives its process");
      try (RunningCallbook next = RunningCallbook.start(user, folder)) {
        assertEquals(200, next.readiness());
        assertFalse(orphan.isAlive(), "the orphan is stopped");
        assertNotEquals(orphan.pid(), database.server().pid());
        assertEquals(Set.of(), writer.lost(database));
      }
    }
  }

  @Test
  void killed_together_with_its_database_it_loses_nothing_it_acknowledged() throws Exception {
    RunningCallbook callbook = RunningCallbook.start(User.SELF, folder);

    for (int round = 1; round <= 3; round++) {
      try (Writer writer = Writer.start(database, WRITES)) {
        database.server().destroyForcibly();
        callbook.kill();
        callbook = RunningCallbook.start(User.SELF, folder);
        assertEquals(200, callbook.readiness());
        assertEquals(Set.of(), writer.lost(database));
      }
    }
    callbook.stop();
  }

  @Test
  void killed_in_the_middle_of_its_first_start_it_starts_anew() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    try (WatchService watch = data.getFileSystem().newWatchService()) {
      data.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      for (String half : new String[] {"postgresql-", "database."}) {
        RunningCallbook callbook = RunningCallbook.launch(User.SELF, folder, Map.of(), "--port=0");
        awaitEntry(watch, half);
        callbook.kill();
      }
    }

    // Twice: at the first start a child of the killed process may still be writing to what is
    // removed.
    for (int start = 1; start <= 2; start++) {
      try (RunningCallbook callbook = RunningCallbook.start(User.SELF, folder)) {
        assertEquals(200, callbook.readiness());
      }
    }
    try (Stream<Path> left = Files.list(data)) {
      assertEquals(3, left.count(), "programs, database, lock");
    }
  }

  private static void awaitEntry(WatchService watch, String prefix) throws InterruptedException {
    while (true) {
      WatchKey key = watch.take();
      boolean seen =
          key.pollEvents().stream().anyMatch(e -> String.valueOf(e.context()).startsWith(prefix));
      key.reset();
      if (seen) {
        return;
      }
    }
  }
}
