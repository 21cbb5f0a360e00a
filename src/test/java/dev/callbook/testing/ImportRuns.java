package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Files imported through our own addition to the API, in the admin's name.
public final class ImportRuns {
  public static final String IMPORTS = "/api/v2/callbook/imports";

  private final Directory directory;

  public ImportRuns(Directory directory) {
    this.directory = directory;
  }

  /// @param query beginning with `&`; the external source is CRM
  /// @return the answer to the order of the dry run
  public Answer order(String file, String query) {
    return directory
        .asAdmin()
        .with("Content-Type", "text/csv")
        .post(IMPORTS + "?source=CRM" + query, file);
  }

  /// The dry run to its end.
  public Answer dryRun(String file, String query) {
    Answer checked = end(order(file, query).answers(202));
    assertEquals("checked", checked.text("/state"), checked::body);
    return checked;
  }

  /// Runs what a dry run found, to the end.
  public Answer run(Answer checked) {
    directory.asAdmin().post(IMPORTS + "/" + checked.id() + "/run", "").answers(200);
    Answer done = end(checked);
    assertEquals("done", done.text("/state"), done::body);
    return done;
  }

  /// Dry run and run.
  public Answer done(String file, String query) {
    return run(dryRun(file, query));
  }

  /// Asks until the work is over or waits for somebody.
  public Answer end(Answer started) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      Answer now = directory.asAdmin().get(IMPORTS + "/" + started.id()).answers(200);
      if (!Set.of("checking", "running").contains(now.text("/state"))) {
        return now;
      }
    }
    return fail("the import did not end: " + started.body());
  }

  /// The rejected rows.
  public String report(Answer it) {
    return directory.asAdmin().get(IMPORTS + "/" + it.id() + "/rejections").answers(200).body();
  }
}
