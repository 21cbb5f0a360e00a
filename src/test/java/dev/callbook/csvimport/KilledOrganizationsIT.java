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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import of organizations whose process is killed goes on by itself at the next start, and
/// repeats nothing.
class KilledOrganizationsIT {
  private static final String IMPORTS = "/api/v2/callbook/imports";
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000002";
  private static final String SECRET = "a secret of this test alone";
  private static final int ACCOUNTS = 20_000;
  private static final int TWICE = 1_500;

  @TempDir Path folder;

  @Test
  void killed_in_the_middle_of_the_run_it_adds_each_once() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("data"));
    RunningCallbook callbook = start();
    String id =
        api(callbook)
            .send("POST", IMPORTS + "?run=true&kind=organizations", file())
            .answers(202)
            .id();
    await(callbook, id, it -> it.at("/applied/added").asLong() > TWICE);

    callbook.kill();

    long added = Long.parseLong(database.select("select added from import").getFirst());
    assertTrue(added < ACCOUNTS, "there is something left to do");
    try (RunningCallbook next = start()) {
      JsonNode done = await(next, id, it -> it.path("state").asText().equals("done"));
      assertEquals(ACCOUNTS, done.at("/applied/added").asLong(), done::toString);
      assertEquals(TWICE, done.at("/applied/changed").asLong(), done::toString);
      for (String table :
          List.of(
              "organization",
              "organization_external_id",
              "change where subject_kind = 'organization'",
              "(select distinct subject_id from change where subject_kind = 'organization') c")) {
        assertEquals(
            List.of(String.valueOf(ACCOUNTS)),
            database.select("select count(*) from " + table),
            table);
      }
      assertEquals(
          List.of(String.valueOf(TWICE)),
          database.select("select count(*) from organization where industry = 'Twice'"));
      assertEquals(List.of("0"), database.select("select count(*) from import_organization_row"));
    }
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

  /// The last rows are the first organizations once more.
  private static byte[] file() {
    return IntStream.range(0, ACCOUNTS + TWICE)
        .mapToObj(i ->
            "%d,Company %d,%s,+3491%07d"
                .formatted(i % ACCOUNTS, i % ACCOUNTS, i < ACCOUNTS ? "" : "Twice", i % ACCOUNTS))
        .collect(Collectors.joining("\n", "Account ID,Account Name,Industry,Phone\n", ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Api api(RunningCallbook callbook) {
    return new Api(callbook.url(), Golden.beside(KilledOrganizationsIT.class))
        .with("Authorization", "Bearer " + CallCentre.token(callbook.url(), CLIENT, SECRET))
        .with("Content-Type", "text/csv");
  }

  private static JsonNode await(RunningCallbook callbook, String id, Predicate<JsonNode> expected)
      throws Exception {
    Api api = api(callbook);
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
