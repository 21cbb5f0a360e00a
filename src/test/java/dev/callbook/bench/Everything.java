package dev.callbook.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Reading everything that there is: by a scan, page after page, and by an export.
final class Everything {
  private static final String CONTACTS = "/api/v2/externalcontacts/scan/contacts?limit=200";
  private static final String EXPORTS = "/api/v2/externalcontacts/contacts/exports";
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

  /// @param records how many were read
  /// @param bytes of the file; 0 for a scan
  record Read(long records, Duration took, long bytes) {
    double perSecond() {
      return records / (took.toMillis() / 1e3);
    }
  }

  private Everything() {}

  /// One client that asks for the next page as soon as it has the one before.
  static Read scan(Lab lab) throws IOException {
    long begin = System.nanoTime();
    long records = 0;
    for (String uri = CONTACTS; !uri.isEmpty(); ) {
      JsonNode page = lab.get(uri);
      records += page.path("entities").size();
      uri = page.path("nextUri").asText();
    }
    return new Read(records, Duration.ofNanos(System.nanoTime() - begin), 0);
  }

  /// From the order to the finished file, as the export itself tells, and the file's length.
  static Read export(Lab lab) throws IOException {
    String uri =
        lab.post(EXPORTS, BodyPublishers.ofString("{}"), "application/json")
            .path("selfUri")
            .asText();
    JsonNode end = end(lab, uri).join();
    if (!end.path("status").asText().equals("SUCCEEDED")) {
      throw new IllegalStateException(end.toString());
    }
    return new Read(
        end.path("resultRowCount").asLong(),
        Duration.between(
            Instant.parse(end.path("dateCreated").asText()),
            Instant.parse(end.path("dateCompletion").asText())),
        lab.length(end.path("downloadUrl").asText()));
  }

  private static CompletableFuture<JsonNode> end(Lab lab, String uri) {
    return CompletableFuture.supplyAsync(() -> look(lab, uri), SOON)
        .thenCompose(seen ->
            seen.path("status").asText().equals("RUNNING")
                ? end(lab, uri)
                : CompletableFuture.completedFuture(seen));
  }

  private static JsonNode look(Lab lab, String uri) {
    try {
      return lab.get(uri);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
