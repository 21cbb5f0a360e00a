package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.platform.DatabaseConnection;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.Golden;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.TestDatabase;
import dev.callbook.testing.User;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import whose process is killed goes on by itself, and repeats nothing.
class KilledImportIT {
  private static final String IMPORTS = "/api/v2/callbook/imports";
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000002";
  private static final String SECRET = "a secret of this test alone";
  private static final int ROWS = 120_000;

  @Test
  void a_killed_import_goes_on_on_the_next_start_and_adds_everybody_once(@TempDir Path folder)
      throws IOException {
    Map<String, String> environment = environment();
    String id;
    try (RunningCallbook first =
        RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
      id = api(first.url()).send("POST", IMPORTS + "?run=true", file()).answers(202).id();
      await(first.url(), id, it -> it.at("/applied/added").asLong() > 0);
      first.kill();
    }
    try (RunningCallbook second =
        RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
      JsonNode done =
          await(second.url(), id, it -> !it.path("state").asText().equals("running"));

      assertEquals("done", done.path("state").asText(), done::toString);
      assertEquals(ROWS, done.at("/applied/added").asLong(), done::toString);
      JsonNode again =
          await(
              second.url(),
              api(second.url()).send("POST", IMPORTS, file()).answers(202).id(),
              it -> !it.path("state").asText().equals("checking"));
      assertEquals(ROWS, again.at("/plan/toKeep").asLong(), again::toString);
    }
  }

  private static byte[] file() {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> i + ",Person,Number" + i + ",+3491" + (1_000_000 + i))
            .collect(Collectors.joining("\n"));
    return ("External Id,First Name,Last Name,Work Phone\n" + rows)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Api api(URI root) {
    return new Api(root, Golden.beside(KilledImportIT.class))
        .with("Authorization", "Bearer " + CallCentre.token(root, CLIENT, SECRET))
        .with("Content-Type", "text/csv");
  }

  private static JsonNode await(URI root, String id, Predicate<JsonNode> expected)
      throws IOException {
    Api api = api(root);
    Instant limit = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(limit)) {
      JsonNode it =
          new ObjectMapper().readTree(api.get(IMPORTS + "/" + id).answers(200).body());
      if (expected.test(it)) {
        return it;
      }
    }
    return fail("the import did not get there");
  }

  private static Map<String, String> environment() {
    DatabaseConnection database = TestDatabase.fresh();
    Map<String, String> environment = new HashMap<>();
    environment.put("CALLBOOK_DATABASE_URL", database.url());
    environment.put("CALLBOOK_DATABASE_USER", database.user());
    environment.put("CALLBOOK_DATABASE_PASSWORD", database.password());
    environment.put("CALLBOOK_ADMIN_PASSWORD", "a few words will do");
    environment.put("CALLBOOK_CLIENT_ID", CLIENT);
    environment.put("CALLBOOK_CLIENT_SECRET", SECRET);
    return environment;
  }
}
