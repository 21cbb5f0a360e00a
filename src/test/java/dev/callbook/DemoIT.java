package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.Crawl;
import dev.callbook.testing.Look;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.TestDatabase;
import dev.callbook.testing.User;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as its user starts it.
class DemoIT {
  private static final Pattern STAFF =
      Pattern.compile("  (Agent|Supervisor|Admin) +(\\S+@brightwell\\.example) +(\\S{16})");

  /// Signs out, or deactivates or bars the admin who crawls, or changes the language of what is
  /// read.
  private static final Predicate<String> WOULD_END_THE_CRAWL =
      Pattern.compile("/sign-out|/language|/people/.*").asMatchPredicate();

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

  /// Every page that an admin of the demo can reach, and every button on it.
  @Test
  void no_link_leads_nowhere_and_no_button_is_dead() {
    try (RunningCallbook callbook =
        RunningCallbook.launch(
            User.SELF,
            folder,
            Map.of(),
            "--port=0",
            "--demo=true",
            "--demo.calls=false",
            "--rate-limit.per-minute=0")) {
      URI url = callbook.url();
      MatchResult admin =
          staff(callbook).stream()
              .filter(one -> one.group(1).equals("Admin"))
              .findFirst()
              .orElseThrow();
      String session = CallCentre.signIn(url, admin.group(2), admin.group(3));
      try (Browser browser = Browser.at(url, Look.WIDE, Locale.UK).signedIn(session)) {
        Crawl crawl = new Crawl(browser.go("/contacts"), WOULD_END_THE_CRAWL);
        assertEquals(List.of(), crawl.from("/contacts"));
        assertTrue(crawl.pages() > 25, () -> "pages: " + crawl.pages());
        assertTrue(crawl.pressed() > 60, () -> "buttons: " + crawl.pressed());
      }
    }
  }

  private List<MatchResult> staffOfOneStart() {
    try (RunningCallbook callbook =
        RunningCallbook.launch(User.SELF, folder, Map.of(), "--port=0", "--demo=true")) {
      URI url = callbook.url();
      List<MatchResult> staff = staff(callbook);
      staff.forEach(
          one -> assertFalse(CallCentre.signIn(url, one.group(2), one.group(3)).isEmpty()));
      return staff;
    }
  }

  private static List<MatchResult> staff(RunningCallbook callbook) {
    return callbook.output().stream().flatMap(line -> STAFF.matcher(line).results()).toList();
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
