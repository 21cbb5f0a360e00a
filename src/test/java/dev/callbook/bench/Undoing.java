package dev.callbook.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// An import taken back: counted, then undone.
final class Undoing {
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

  /// How long each part took, as the undo itself tells.
  record Times(Duration count, Duration run, long removed, long kept) {
    double seconds() {
      return (count.toMillis() + run.toMillis()) / 1e3;
    }
  }

  private Undoing() {}

  /// @throws IllegalStateException if it does not come to its end, with its reason
  static Times undo(Lab lab, String importId) throws IOException {
    String path = Loading.IMPORTS + "/" + importId + "/undo";
    lab.post(path, BodyPublishers.noBody());
    require(settled(lab, path, "counting").join(), "counted");
    lab.post(path + "/run", BodyPublishers.noBody());
    JsonNode end = require(settled(lab, path, "running").join(), "done");
    return new Times(
        between(end, "orderedAt", "countedAt"),
        between(end, "startedAt", "finishedAt"),
        end.at("/done/removed").asLong(),
        end.at("/done/kept").asLong());
  }

  private static JsonNode require(JsonNode it, String state) {
    if (!it.path("state").asText().equals(state)) {
      throw new IllegalStateException(it.toString());
    }
    return it;
  }

  private static CompletableFuture<JsonNode> settled(Lab lab, String path, String working) {
    return CompletableFuture.supplyAsync(() -> look(lab, path), SOON)
        .thenCompose(seen ->
            seen.path("state").asText().equals(working)
                ? settled(lab, path, working)
                : CompletableFuture.completedFuture(seen));
  }

  private static JsonNode look(Lab lab, String path) {
    try {
      return lab.get(path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration between(JsonNode it, String from, String to) {
    return Duration.between(
        Instant.parse(it.path(from).asText()), Instant.parse(it.path(to).asText()));
  }
}
