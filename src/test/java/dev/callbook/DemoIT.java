package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.CallCentre;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.TestDatabase;
import dev.callbook.testing.User;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as its user starts it.
class DemoIT {
  private static final Pattern STAFF =
      Pattern.compile("  (Agent|Supervisor|Admin) +(\\S+@brightwell\\.example) +(\\S{16})");

  @TempDir Path folder;

  @Test
  void every_start_tells_the_same_passwords_and_they_open_the_pages() {
    List<MatchResult> first = staffOfOneStart();
    assertEquals(3, first.size());
    assertEquals(
        first.stream().map(MatchResult::group).toList(),
        staffOfOneStart().stream().map(MatchResult::group).toList());
    assertTrue(Files.isDirectory(folder.resolve("data-demo")));
    assertFalse(Files.exists(folder.resolve("data")), "the folder of real work");
  }

  private List<MatchResult> staffOfOneStart() {
    try (RunningCallbook callbook =
        RunningCallbook.launch(User.SELF, folder, Map.of(), "--port=0", "--demo=true")) {
      URI url = callbook.url();
      List<MatchResult> staff =
          callbook.output().stream().flatMap(line -> STAFF.matcher(line).results()).toList();
      staff.forEach(
          one -> assertFalse(CallCentre.signIn(url, one.group(2), one.group(3)).isEmpty()));
      return staff;
    }
  }

  @Test
  void a_database_in_use_is_refused() {
    Map<String, String> database = environment();
    RunningCallbook.launch(User.SELF, folder, database, "--port=0", "--stop-when-ready=true").end();
    RunningCallbook demo =
        RunningCallbook.launch(User.SELF, folder, database, "--port=0", "--demo=true");
    assertEquals(1, demo.end());
    assertTrue(
        demo.output().getLast().contains("the demo needs a database of its own"),
        () -> demo.output().toString());
  }

  private static Map<String, String> environment() {
    var database = TestDatabase.fresh();
    return Map.of(
        "CALLBOOK_DATABASE_URL", database.url(),
        "CALLBOOK_DATABASE_USER", database.user(),
        "CALLBOOK_DATABASE_PASSWORD", database.password());
  }
}
