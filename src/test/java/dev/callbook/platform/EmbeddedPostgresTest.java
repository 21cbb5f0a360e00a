package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.platform.EmbeddedPostgres.Durability;
import dev.callbook.testing.EmbeddedDatabase;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir static Path folder;

  private final EmbeddedDatabase database = new EmbeddedDatabase(folder);

  @BeforeAll
  static void the_folder_has_been_used_before() {
    EmbeddedPostgres.start(folder, Durability.DISK).close();
  }

  @Test
  void what_it_acknowledged_is_on_disk() throws Exception {
    try (EmbeddedPostgres _ = EmbeddedPostgres.start(folder, Durability.DISK)) {
      for (String option : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertEquals(List.of("on"), database.select("show " + option));
      }
    }
  }

  @Test
  void only_who_knows_the_password_gets_in_and_only_from_this_machine() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.DISK)) {
      assertEquals(List.of("127.0.0.1"), database.select("show listen_addresses"));
      assertEquals(List.of(""), database.select("show unix_socket_directories"));
      assertEquals(
          List.of("scram-sha-256"), database.select("select auth_method from pg_hba_file_rules"));
      String password = postgres.connection().password();
      assertEquals(48, password.length());
      assertTrue(!postgres.connection().toString().contains(password), "the password is not shown");
    }
    Path password = database.files().resolve("callbook.password");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
  }

  @Test
  void names_of_every_script_have_trigrams_and_sort_by_code_point() throws Exception {
    try (EmbeddedPostgres _ = EmbeddedPostgres.start(folder, Durability.DISK)) {
      database.execute("create extension if not exists pg_trgm");
      assertEquals(
          List.of("5", "4"),
          database.select(
              "select cardinality(show_trgm(n)) from (values ('Иван'), ('山田太')) v (n)"));
      assertEquals(
          List.of("B", "a", "ä"),
          database.select("select n from (values ('ä'), ('a'), ('B')) v (n) order by n"));
    }
  }

  @Test
  void a_process_that_only_has_the_number_of_a_dead_server_is_left_alone() throws Exception {
    String ourselves = Long.toString(ProcessHandle.current().pid());

    Files.writeString(database.lock(), ourselves + "\n" + database.files() + "\n");

    try (EmbeddedPostgres _ = EmbeddedPostgres.start(folder, Durability.DISK)) {
      assertEquals(List.of("1"), database.select("select 1"));
    }
  }

  @Test
  void a_server_of_another_folder_is_left_alone(@TempDir Path another) throws Exception {
    try (EmbeddedPostgres _ = EmbeddedPostgres.start(another, Durability.MEMORY)) {
      EmbeddedDatabase stranger = new EmbeddedDatabase(another);
      // As after a copy of the folder of a running server.
      Files.copy(stranger.lock(), database.lock());

      try (EmbeddedPostgres _ = EmbeddedPostgres.start(folder, Durability.DISK)) {
        assertEquals(List.of("1"), database.select("select 1"));
        assertEquals(List.of("1"), stranger.select("select 1"));
      }
      assertEquals(List.of("1"), stranger.select("select 1"));
    }
  }

  @Test
  void a_server_that_somebody_else_started_on_our_files_is_left_alone() throws Exception {
    Path programs = folder.resolve("postgresql-18.6.0");
    List<String> byHand =
        List.of(
            new PostgresBinaries(programs).program("postgres"),
            "-D",
            ".",
            "-c",
            "listen_addresses=",
            "-c",
            "unix_socket_directories=.");
    Process server =
        new ProcessBuilder(PostgresUser.of(database.files()).command(byHand))
            .directory(database.files().toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = server.inputReader()) {
      assertTrue(lines.lines().anyMatch(line -> line.contains("ready to accept connections")));

      CannotStart refused =
          assertThrows(CannotStart.class, () -> EmbeddedPostgres.start(folder, Durability.DISK));

      assertEquals(
          "the embedded database does not start: lock file \"postmaster.pid\" already exists",
          refused.getMessage());
      assertTrue(server.isAlive(), "the other server still runs");
    } finally {
      new Postmaster(server.toHandle()).stop();
    }
  }

  @Test
  void what_a_killed_process_left_half_made_is_removed() throws Exception {
    Path half = Files.createDirectory(folder.resolve("database.unfinished-1"));
    Files.writeString(half.resolve("PG_VERSION"), "18");
    Path outside = Files.writeString(folder.resolve("keep"), "");
    Files.createSymbolicLink(half.resolve("link"), outside);

    EmbeddedPostgres.start(folder, Durability.DISK).close();

    assertTrue(Files.notExists(half), "the half-made folder is gone");
    assertTrue(Files.exists(outside), "what it pointed to is not");
  }

  @Test
  void a_folder_serves_one_at_a_time() {
    try (EmbeddedPostgres _ = EmbeddedPostgres.start(folder, Durability.DISK)) {
      CannotStart refused =
          assertThrows(CannotStart.class, () -> EmbeddedPostgres.start(folder, Durability.DISK));

      assertEquals(
          "another Callbook (process %d) is using the data folder %s"
              .formatted(ProcessHandle.current().pid(), folder),
          refused.getMessage());
    }
  }

  @Test
  void whoever_relies_on_it_hears_of_its_end() throws Exception {
    List<String> heard = new ArrayList<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.DISK)) {
      var lost = postgres.whenLost(() -> heard.add("lost"));
      database.server().destroyForcibly();
      lost.join();
    }
    assertEquals(List.of("lost"), heard);
  }

  @Test
  void files_of_another_version_are_refused_with_its_reason(@TempDir Path old) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path copy = old.resolve(folder.relativize(file));
        if (!copy.equals(old)) {
          Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    Files.writeString(old.resolve("database/PG_VERSION"), "12\n");

    CannotStart refused =
        assertThrows(CannotStart.class, () -> EmbeddedPostgres.start(old, Durability.DISK));

    assertEquals(
        "the embedded database does not start: database files are incompatible with server",
        refused.getMessage());
  }
}
