package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.crm.salesforce.BulkJob.Progress;
import dev.callbook.crm.salesforce.SalesforceFailure.Incomplete;
import dev.callbook.crm.salesforce.SalesforceFailure.JobFailed;
import dev.callbook.crm.salesforce.SalesforceFailure.NotThere;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The Bulk API 2.0, for queries.
final class BulkApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JOBS = "/jobs/query";
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

  private final Connection connection;

  BulkApi(Connection connection) {
    this.connection = connection;
  }

  BulkJob start(Selection selection, Instant watermark) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("operation", "query")
            .put("query", Soql.all(selection))
            .put("contentType", "CSV")
            .put("columnDelimiter", "COMMA")
            .put("lineEnding", "LF");
    JsonNode job =
        connection.ask(
            Request.send("POST", connection.site().path(JOBS), body.toString()), BulkApi::json);
    return new BulkJob(job.path("id").asText(), watermark);
  }

  Progress progress(BulkJob job) {
    JsonNode shown;
    try {
      shown = connection.ask(Request.get(path(job)), BulkApi::json);
    } catch (NotThere gone) {
      return new Progress.Gone();
    }
    return switch (shown.path("state").asText()) {
      case "JobComplete" -> new Progress.Complete(shown.path("numberRecordsProcessed").asLong());
      case "Failed" -> new Progress.Failed(shown.path("errorMessage").asText());
      case "Aborted" -> new Progress.Gone();
      default -> new Progress.Working();
    };
  }

  /// Looks again and again, ever less often.
  Progress await(BulkJob job, Duration most) {
    Duration waited = Duration.ZERO;
    Duration pause = FIRST_LOOK;
    while (true) {
      Progress progress = progress(job);
      if (!(progress instanceof Progress.Working) || waited.compareTo(most) >= 0) {
        return progress;
      }
      connection.pause(pause);
      waited = waited.plus(pause);
      pause = pause.compareTo(LONGEST_LOOK) < 0 ? pause.multipliedBy(2) : LONGEST_LOOK;
    }
  }

  BulkPage page(BulkJob job, Selection selection, BulkPlace place, int most) {
    String locator = place.locator().isEmpty() ? "" : "&locator=" + Soql.encoded(place.locator());
    Request request = Request.csv(path(job) + "/results?maxRecords=" + most + locator);
    CsvPage page = connection.ask(request, answer -> CsvPage.read(answer, selection, most));
    if (page.isFailed()) {
      throw new JobFailed("the job has no result");
    }
    if (page.locator().equals(Optional.of(place.locator()))) {
      // Else a reader would go round and round.
      throw new Incomplete(place.read() + 1, place.read());
    }
    BulkPlace next =
        new BulkPlace(
            page.locator().orElse(""),
            place.read() + page.records().size(),
            page.locator().isEmpty());
    if (next.isEnd()) {
      checkWhole(job, next.read());
    }
    return new BulkPage(page.records(), next);
  }

  private void checkWhole(BulkJob job, long read) {
    if (progress(job) instanceof Progress.Complete complete && complete.records() != read) {
      throw new Incomplete(complete.records(), read);
    }
  }

  /// Salesforce keeps a limited amount of results a day.
  void remove(BulkJob job) {
    try {
      if (progress(job) instanceof Progress.Working) {
        connection.ask(Request.send("PATCH", path(job), "{\"state\":\"Aborted\"}"), BulkApi::json);
      }
      connection.ask(Request.delete(path(job)), Answer::status);
    } catch (NotThere gone) {
      // As it should be.
    }
  }

  private String path(BulkJob job) {
    return connection.site().path(JOBS + "/" + Soql.encoded(job.id()));
  }

  private static JsonNode json(Answer answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
