package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.EmbeddedDatabase;
import dev.callbook.testing.Golden;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.User;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import whose process is killed goes on by itself at the next start, and repeats nothing.
class KilledImportIT {
  private static final String IMPORTS = "/api/v2/callbook/imports";
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000002";
  private static final String SECRET = "a secret of this test alone";
  private static final int PEOPLE = 30_000;
  private static final int TWICE = 1_500;

  @TempDir Path folder;

  private EmbeddedDatabase database;

  @BeforeEach
  void everybody_may_enter_the_folder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    database = new EmbeddedDatabase(folder.resolve("data"));
  }

  @Test
  void killed_in_the_middle_of_the_run_it_adds_everybody_once() throws Exception {
    RunningCallbook callbook = start();
    String id = order(callbook);
    await(callbook, id, it -> it.at("/applied/added").asLong() > TWICE);

    callbook.kill();

    assertTrue(added() < PEOPLE, "there is something left to do");
    finishes(id);
  }

  @Test
  void killed_together_with_its_database_it_adds_everybody_once() throws Exception {
    RunningCallbook callbook = start();
    String id = order(callbook);
    await(callbook, id, it -> it.at("/applied/added").asLong() > TWICE);

    database.server().destroyForcibly();
    callbook.kill();

    finishes(id);
  }

  @Test
  void killed_in_the_middle_of_the_dry_run_it_begins_it_again() throws Exception {
    RunningCallbook callbook = start();
    String id = order(callbook);
    await(callbook, id, it -> it.at("/progress/done").asLong() > 0);

    callbook.kill();

    assertEquals(List.of("checking"), database.select("select state from import"));
    finishes(id);
  }

  private RunningCallbook start() {
    RunningCallbook callbook =
        RunningCallbook.launch(
            User.SELF,
            folder,
            Map.of("CALLBOOK_CLIENT_ID", CLIENT, "CALLBOOK_CLIENT_SECRET", SECRET),
            "--port=0");
    callbook.url();
    return callbook;
  }

  private static String order(RunningCallbook callbook) {
    return api(callbook.url()).send("POST", IMPORTS + "?run=true", file()).answers(202).id();
  }

  private long added() throws Exception {
    return Long.parseLong(database.select("select added from import").getFirst());
  }

  private void finishes(String id) throws Exception {
    try (RunningCallbook next = start()) {
      JsonNode done =
          await(
              next, id, it -> !List.of("checking", "running").contains(it.path("state").asText()));

      assertEquals("done", done.path("state").asText(), done::toString);
      assertEquals(PEOPLE, done.at("/applied/added").asLong(), done::toString);
      assertEquals(TWICE, done.at("/applied/changed").asLong(), done::toString);
      String people = String.valueOf(PEOPLE);
      counts(people, "contact");
      counts(people, "contact_phone");
      counts(people, "contact_email");
      counts(people, "contact_external_id");
      counts(people, "change where subject_kind = 'contact'");
      counts(people, "(select distinct subject_id from change where subject_kind = 'contact') c");
      counts(
          "0",
          """
          contact_phone p
            where not exists (select from contact c where c.org_id = p.org_id and c.id = p.contact_id)
          """);
      counts(String.valueOf(TWICE), "contact where title = 'Twice'");
      counts("7", "organization");
    }
  }

  private void counts(String expected, String what) throws Exception {
    assertEquals(List.of(expected), database.select("select count(*) from " + what), what);
  }

  /// The last rows are the first people once more.
  private static byte[] file() {
    return IntStream.range(0, PEOPLE + TWICE)
        .mapToObj(KilledImportIT::row)
        .collect(
            Collectors.joining(
                "\n",
                "External Id,First Name,Last Name,Title,Work Phone,E-mail,Organization\n",
                ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(int i) {
    int person = i % PEOPLE;
    return "%d,Person,Number%d,%s,+3491%07d,p%d@example.org,Company %d"
        .formatted(person, person, i < PEOPLE ? "" : "Twice", person, person, person % 7);
  }

  private static Api api(URI root) {
    return new Api(root, Golden.beside(KilledImportIT.class))
        .with("Authorization", "Bearer " + CallCentre.token(root, CLIENT, SECRET))
        .with("Content-Type", "text/csv");
  }

  private static JsonNode await(RunningCallbook callbook, String id, Predicate<JsonNode> expected)
      throws Exception {
    Api api = api(callbook.url());
    Instant limit = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(limit)) {
      JsonNode it = new ObjectMapper().readTree(api.get(IMPORTS + "/" + id).answers(200).body());
      if (expected.test(it)) {
        return it;
      }
    }
    return fail("the import did not get there");
  }
}
