package dev.callbook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.EmbeddedDatabase;
import dev.callbook.testing.Golden;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.User;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export whose process is killed goes on by itself at the next start, behind what it has.
class KilledExportIT {
  private static final String IMPORTS = "/api/v2/callbook/imports";
  private static final String EXPORTS = "/api/v2/externalcontacts/contacts/exports";
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000003";
  private static final String SECRET = "another secret of this test alone";
  private static final int PEOPLE = 50_000;

  @TempDir Path folder;

  private EmbeddedDatabase database;

  @BeforeEach
  void everybody_may_enter_the_folder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    database = new EmbeddedDatabase(folder.resolve("data"));
  }

  @Test
  void killed_in_the_middle_it_has_everybody_once() throws Exception {
    RunningCallbook callbook = start();
    Api api = api(callbook.url());
    String imported =
        api.with("Content-Type", "text/csv")
            .post(IMPORTS + "?run=true", people())
            .answers(202)
            .text("/selfUri");
    await(() -> api.get(imported).answers(200).text("/state").equals("done"));
    String export = api.post(EXPORTS, "{}").answers(201).text("/selfUri");
    await(() -> pieces() > 1);

    callbook.kill();

    int kept = pieces();
    assertEquals(List.of("running"), database.select("select state from export"));
    try (RunningCallbook next = start()) {
      Api again = api(next.url());
      await(() -> !again.get(export).answers(200).text("/status").equals("RUNNING"));
      Answer done = again.get(export).answers(200);
      done.holds("/status", "\"SUCCEEDED\"").holds("/resultRowCount", String.valueOf(PEOPLE));
      assertTrue(pieces() > kept);
      String file = again.get(URI.create(done.text("/downloadUrl")).getPath()).answers(200).body();
      List<String> names =
          CsvReader.builder().ofNamedCsvRecord(file).stream()
              .map(row -> row.getField("lastName"))
              .toList();
      assertEquals(PEOPLE, names.size());
      assertEquals(
          IntStream.range(0, PEOPLE).mapToObj(i -> "Number" + i).collect(Collectors.toSet()),
          Set.copyOf(names));
    }
  }

  private int pieces() throws Exception {
    return Integer.parseInt(database.select("select pieces from export").getFirst());
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

  private static Api api(URI root) {
    return new Api(root, Golden.beside(KilledExportIT.class))
        .with("Authorization", "Bearer " + CallCentre.token(root, CLIENT, SECRET));
  }

  private static String people() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> "%d,Person,Number%d,+3491%07d,p%d@example.org".formatted(i, i, i, i))
        .collect(
            Collectors.joining("\n", "External Id,First Name,Last Name,Work Phone,E-mail\n", ""));
  }

  private static void await(Callable<Boolean> expected) throws Exception {
    Instant limit = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(limit)) {
      if (expected.call()) {
        return;
      }
    }
    fail("it did not get there");
  }
}
