package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportOrders;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Imports that somebody lets rest.
@QuarkusTest
class ImportPauseTest extends FeatureTest {
  private static final int PEOPLE = 20_000;

  private Imported imports;

  @BeforeEach
  void begin() {
    imports = new Imported(directory);
  }

  @Test
  void an_import_rests_in_its_dry_run_and_in_its_run_and_loses_nothing() {
    Answer ordered = imports.upload(people(), "");
    Answer resting = step(ordered, "pause").answers(200).holds("/state", "\"checking\"");
    assertFalse(resting.text("/pausedAt").isEmpty());
    resting.lacks("/progress/perSecond").lacks("/progress/secondsLeft");
    directory
        .asAdmin()
        .get(ImportOrders.IMPORT + "/jobs/{}", ordered.id())
        .answers(200)
        .holds("/statusDetails", "\"Paused\"");
    step(ordered, "pause").refuses(409, "general.conflict", "state", "conflict");
    step(ordered, "run").refuses(409, "general.conflict", "state", "conflict");

    step(ordered, "resume").answers(200).lacks("/pausedAt");
    step(ordered, "resume").refuses(409, "general.conflict", "state", "conflict");
    Answer checked = imports.end(ordered);
    checked
        .holds("/state", "\"checked\"")
        .holds("/plan/rows", String.valueOf(PEOPLE))
        .holds("/plan/toAdd", String.valueOf(PEOPLE));

    step(ordered, "run").answers(200);
    Answer paused = step(ordered, "pause").answers(200).holds("/state", "\"running\"");
    long added = paused.at("/applied/added").asLong();
    assertTrue(added < PEOPLE, paused::body);
    // Another one into the same division need not wait for it.
    imports.done("First Name,Last Name\nAna,Ruiz\n", "");
    step(ordered, "resume").answers(200);

    imports.end(ordered).holds("/state", "\"done\"").holds("/applied/added", "" + PEOPLE);
  }

  @Test
  void a_paused_import_can_be_cancelled_and_one_that_is_over_cannot_be_paused() {
    Answer ordered = imports.upload(people(), "");
    step(ordered, "pause").answers(200);

    step(ordered, "cancel").answers(200).holds("/state", "\"cancelled\"").lacks("/pausedAt");

    step(ordered, "resume").refuses(409, "general.conflict", "state", "conflict");
    step(ordered, "pause").refuses(409, "general.conflict", "state", "conflict");
  }

  private Answer step(Answer it, String word) {
    return directory.asAdmin().post(Imported.IMPORTS + "/" + it.id() + "/" + word, "");
  }

  private static String people() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> "%d,Person,Number%d,p%d@example.org".formatted(i, i, i))
        .collect(Collectors.joining("\n", "External Id,First Name,Last Name,E-mail\n", "\n"));
  }
}
