package dev.callbook.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A file of people through the product's own import: dry run, then run.
final class Loading {
  static final String IMPORTS = "/api/v2/callbook/imports";
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

  /// How long each part took, as the import itself tells.
  ///
  /// @param upload until the whole file was taken
  /// @param rejected rows, which there should be few of
  ///
  /// @param changed rows that corrected somebody
  record Times(
      String importId,
      Duration upload,
      Duration check,
      Duration run,
      long added,
      long changed,
      long rejected) {
    double seconds() {
      return (check.toMillis() + run.toMillis()) / 1e3;
    }
  }

  private Loading() {}

  /// @throws IllegalStateException if it does not come to its end, with its reason
  static Times load(Lab lab, Path csv) throws IOException {
    long begin = System.nanoTime();
    String id =
        lab.post(IMPORTS + "?fileName=people.csv&run=true", BodyPublishers.ofFile(csv))
            .path("id")
            .asText();
    Duration upload = Duration.ofNanos(System.nanoTime() - begin);
    JsonNode end = end(lab, id).join();
    if (!end.path("state").asText().equals("done")) {
      throw new IllegalStateException(end.toString());
    }
    return new Times(
        id,
        upload,
        between(end, "checkStartedAt", "checkedAt"),
        between(end, "runStartedAt", "finishedAt"),
        end.path("applied").path("added").asLong(),
        end.path("applied").path("changed").asLong(),
        end.path("plan").path("rejected").asLong());
  }

  private static CompletableFuture<JsonNode> end(Lab lab, String id) {
    return CompletableFuture.supplyAsync(() -> look(lab, id), SOON)
        .thenCompose(seen ->
            seen.hasNonNull("finishedAt") ? CompletableFuture.completedFuture(seen) : end(lab, id));
  }

  private static JsonNode look(Lab lab, String id) {
    try {
      return lab.get(IMPORTS + "/" + id);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration between(JsonNode it, String from, String to) {
    return Duration.between(
        Instant.parse(it.path(from).asText()), Instant.parse(it.path(to).asText()));
  }
}
