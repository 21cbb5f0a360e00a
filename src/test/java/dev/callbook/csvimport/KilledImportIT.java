package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import, and its undo, whose process is killed again and again, go on by themselves at the
/// next start: in the end everything is as if nothing had happened, row by row.
class KilledImportIT {
  private static final String IMPORTS = "/api/v2/callbook/imports";
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000002";
  private static final String SECRET = "a secret of this test alone";
  private static final int PEOPLE = 7_000;
  private static final int KNOWN = 600;
  private static final int TWICE = 800;
  private static final int KILLS = 10;
  private static final int KILLS_OF_THE_UNDO = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void killed_at_any_moment_it_does_everything_once() throws Exception {
    long seed = System.nanoTime();
    System.out.println("The moments come from the seed " + seed);
    SplittableRandom dice = new SplittableRandom(seed);
    Lab calm = new Lab("calm");
    Lab killed = new Lab("killed");

    List<String> before = calm.begin();
    assertEquals(before, killed.begin());
    String undisturbed = calm.order();
    calm.await(undisturbed, "done");
    killed.survive(killed.order(), moments(dice, KILLS), KilledImportIT::progress, "done");
    List<String> imported = calm.people();
    assertNotEquals(before, imported);
    assertEquals(imported, killed.people());
    assertEquals(calm.log(), killed.log());

    calm.undo(undisturbed);
    calm.await(undisturbed + "/undo", "done");
    killed.undo(killed.last);
    killed.survive(
        killed.last + "/undo",
        moments(dice, KILLS_OF_THE_UNDO),
        it -> it.at("/progress/done").asDouble() / PEOPLE,
        "done");
    assertEquals(before, calm.people());
    assertEquals(before, killed.people());
    assertEquals(calm.log(), killed.log());
    calm.callbook.close();
    killed.callbook.close();
  }

  /// Ascending, from 0 to 1.
  private static double[] moments(SplittableRandom dice, int number) {
    return DoubleStream.generate(dice::nextDouble).limit(number).sorted().toArray();
  }

  /// How much of an import is behind: the dry run counts for a third.
  private static double progress(JsonNode it) {
    JsonNode progress = it.path("progress");
    return switch (it.path("state").asText()) {
      case "checking" ->
          progress.path("phase").asText().equals("reading")
              ? progress.path("done").asDouble() / progress.path("total").asDouble(1) / 3
              : 0.33;
      case "running" ->
          0.34
              + 0.66
                  * (it.at("/applied/added").asDouble() + it.at("/applied/changed").asDouble())
                  / (PEOPLE + TWICE);
      default -> 2;
    };
  }

  /// The first people were there before and change; the last rows are some of them once more.
  private static byte[] file(int from, int to, String title) {
    return IntStream.range(from, to)
        .mapToObj(i -> row(i, title))
        .collect(
            Collectors.joining(
                "\n",
                "External Id,First Name,Last Name,Title,Work Phone,E-mail,Organization\n",
                ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(int i, String title) {
    int person = i % PEOPLE;
    return "%d,Person,Number%d,%s,+3491%07d,p%d@example.org,Company %d"
        .formatted(person, person, i < PEOPLE ? title : "Twice", person, person, person % 7);
  }

  /// A Callbook in a folder of its own.
  private final class Lab {
    private final Path home;
    private final EmbeddedDatabase database;
    private RunningCallbook callbook;
    private String token;
    private String last = "";

    Lab(String name) throws Exception {
      home = Files.createDirectory(folder.resolve(name));
      for (Path each : List.of(folder, home)) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      database = new EmbeddedDatabase(home.resolve("data"));
      callbook = launch();
      token = CallCentre.token(callbook.url(), CLIENT, SECRET);
    }

    private RunningCallbook launch() {
      return RunningCallbook.launch(
          User.SELF,
          home,
          Map.of("CALLBOOK_CLIENT_ID", CLIENT, "CALLBOOK_CLIENT_SECRET", SECRET),
          "--port=0");
    }

    private Api api() {
      return new Api(callbook.url(), Golden.beside(KilledImportIT.class))
          .with("Authorization", "Bearer " + token)
          .with("Content-Type", "text/csv");
    }

    /// Some who are there before. @return them
    List<String> begin() throws Exception {
      String first =
          api().send("POST", IMPORTS + "?run=true", file(0, KNOWN, "Before")).answers(202).id();
      await(first, "done");
      return people();
    }

    String order() {
      last =
          api()
              .send("POST", IMPORTS + "?run=true", file(0, PEOPLE + TWICE, "After"))
              .answers(202)
              .id();
      return last;
    }

    void undo(String importId) throws Exception {
      api().post(IMPORTS + "/" + importId + "/undo", "").answers(202);
      await(importId + "/undo", "counted");
      api().post(IMPORTS + "/" + importId + "/undo/run", "").answers(200);
    }

    void await(String path, String state) throws Exception {
      until(path, it -> it.path("state").asText().equals(state) ? 1 : 0, 1);
    }

    /// Kills it at each of these moments, an import once together with its database, lets it rest
    /// over one of the kills, and waits for the end.
    void survive(String path, double[] moments, ToDoubleFunction<JsonNode> progress, String end)
        throws Exception {
      for (int i = 0; i < moments.length; i++) {
        until(path, progress, moments[i]);
        boolean rests =
            i == moments.length / 2
                && api().post(IMPORTS + "/" + path + "/pause", "").status() == 200;
        boolean isWithDatabase = i == 1 && moments.length == KILLS;
        if (isWithDatabase) {
          database.server().destroyForcibly();
        }
        callbook.kill();
        if (!isWithDatabase) {
          // The lease of the dead runs out in some seconds: they are not waited for.
          database.execute(
              "update import set lease_until = null; update import_undo set lease_until = null");
        }
        callbook = launch();
        if (rests) {
          JsonNode resting = get(path);
          assertEquals(resting, get(path), "it moves though it rests");
          api().post(IMPORTS + "/" + path + "/resume", "").answers(200);
        }
      }
      await(path, end);
    }

    private void until(String path, ToDoubleFunction<JsonNode> progress, double wanted)
        throws Exception {
      Instant limit = Instant.now().plus(Duration.ofMinutes(2));
      while (Instant.now().isBefore(limit)) {
        JsonNode it = get(path);
        String state = it.path("state").asText();
        if (state.equals("failed")) {
          fail(it.toString());
        }
        if (state.equals("done") || progress.applyAsDouble(it) >= wanted) {
          return;
        }
      }
      fail("it did not get there: " + get(path));
    }

    private JsonNode get(String path) throws Exception {
      return JSON.readTree(api().get(IMPORTS + "/" + path).answers(200).body());
    }

    /// Everybody with everything that is known of them, but for ids, times and versions.
    List<String> people() throws Exception {
      return database.select(
          """
          select concat_ws(' | ', c.last_name, c.first_name, c.title, c.type, c.name_key, o.name,
                   (select string_agg(p.label || p.display || coalesce(p.lookup_key, '') || p.position, ',' order by p.position)
                      from contact_phone p where p.contact_id = c.id),
                   (select string_agg(e.label || e.address || e.position, ',' order by e.position)
                      from contact_email e where e.contact_id = c.id),
                   (select string_agg(s.name || x.value, ',' order by x.value)
                      from contact_external_id x join external_source s on s.id = x.source_id
                     where x.contact_id = c.id),
                   (select string_agg(f.phrase, ',' order by f.phrase) from contact_phrase f where f.contact_id = c.id),
                   jsonb_array_length(coalesce(c.external_ids, '[]')))
            from contact c left join organization o on o.id = c.external_organization_id
           union all
          select 'organization ' || name from organization
           union all
          select 'nobody''s ' || count(*) from contact_phone p where not exists (select from contact c where c.id = p.contact_id)
           union all
          select 'word ' || word from search_word
           order by 1
          """);
    }

    /// Every entry of the log that an import left, but for ids and times.
    List<String> log() throws Exception {
      return database.select(
          """
          select concat_ws(' | ', subject_kind, action, version,
                   cast(before as jsonb) - 'organization' - 'externalIds', cast(after as jsonb) - 'organization' - 'externalIds')
            from change where origin = 'import' order by 1
          """);
    }
  }
}
