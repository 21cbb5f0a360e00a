package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.fail;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.Directory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/// Files sent to our own API of imports, and what was imported taken back, in the admin's name.
record Imported(Directory directory) {
  static final String IMPORTS = "/api/v2/callbook/imports";

  /// @param query more of it, each behind `&`
  Answer upload(String file, String query) {
    return directory
        .asAdmin()
        .with("Content-Type", "text/csv")
        .send("POST", IMPORTS + "?source=CRM" + query, file.getBytes(StandardCharsets.UTF_8))
        .answers(202);
  }

  /// Imports a file to its end.
  Answer done(String file, String query) {
    return end(upload(file, query + "&run=true")).holds("/state", "\"done\"");
  }

  /// Waits until it waits for somebody, or is over.
  Answer end(Answer it) {
    return await(
        IMPORTS + "/" + it.id(), now -> !Set.of("checking", "running").contains(state(now)));
  }

  static String state(Answer it) {
    return it.text("/state");
  }

  Answer await(String path, Predicate<Answer> expected) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(limit)) {
      Answer now = directory.asAdmin().get(path).answers(200);
      if (expected.test(now)) {
        return now;
      }
    }
    return fail("it did not get there: " + path);
  }

  /// Has it counted what an undo would do.
  Answer counted(String importId) {
    return counted(directory.asAdmin(), importId);
  }

  /// As [#counted(String)], in somebody's name.
  Answer counted(Api caller, String importId) {
    caller.post(undoOf(importId), "").answers(202);
    return await(undoOf(importId), now -> !state(now).equals("counting"))
        .holds("/state", "\"counted\"");
  }

  /// Undoes an import to the end, and sees that the count before was right.
  Answer undone(String importId) {
    Answer counted = counted(importId);
    step(importId, "run").answers(200);
    Answer done = undoneSoon(importId);
    return done.holds("/done", counted.at("/planned").toString());
  }

  Answer undoneSoon(String importId) {
    return await(undoOf(importId), now -> !state(now).equals("running"))
        .holds("/state", "\"done\"");
  }

  Answer step(String importId, String word) {
    return directory.asAdmin().post(undoOf(importId) + "/" + word, "");
  }

  /// The list of what is not as it was, line by line without its head.
  String kept(String importId) {
    String csv = directory.asAdmin().get(undoOf(importId) + "/kept").answers(200).body();
    return csv.substring(csv.indexOf('\n') + 1).replace("\r", "");
  }

  static String undoOf(String importId) {
    return IMPORTS + "/" + importId + "/undo";
  }
}
