package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/jobs/query`: the Bulk API 2.0 for queries.
public final class BulkEndpoint {
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST_A_PAGE = 100_000;

  /// @param polls how often its state was asked
  private record Job(
      String id,
      String operation,
      String text,
      Soql query,
      List<Row> rows,
      String version,
      Instant created,
      int polls,
      boolean isAborted,
      @Nullable String failure) {
    Job polled() {
      return new Job(
          id, operation, text, query, rows, version, created, polls + 1, isAborted, failure);
    }

    Job aborted() {
      return new Job(id, operation, text, query, rows, version, created, polls, true, failure);
    }
  }

  private final SimulatedTime time;
  private final Org org;
  private final SoqlRun run;
  private final Values values;
  private final BulkCsv csv;
  private final Allocation allocation;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private int created;
  private int pollsUntilComplete = 2;
  private int largestPage = MOST_A_PAGE;
  private @Nullable String failure;
  private boolean headerOnceOnly;
  private boolean countStripped;
  private int rowsLost;

  BulkEndpoint(SimulatedTime time, Org org, SoqlRun run, Values values, Allocation allocation) {
    this.time = time;
    this.org = org;
    this.run = run;
    this.values = values;
    this.csv = new BulkCsv(org, values);
    this.allocation = allocation;
  }

  // Switches. ----------------------------------------------------------------------------------

  /// How often clients must ask before a job is complete.
  public synchronized void takes(int polls) {
    pollsUntilComplete = polls;
  }

  /// The org sends smaller pages than are asked for.
  public synchronized void largestPage(int rows) {
    largestPage = rows;
  }

  /// Jobs made from now on fail.
  public synchronized void fail(String message) {
    failure = message;
  }

  /// Pages behind the first have no header.
  public synchronized void headerOnceOnly() {
    headerOnceOnly = true;
  }

  /// Something on the way takes the count off the answers.
  public synchronized void stripCount() {
    countStripped = true;
  }

  /// Pages lack their last rows, as if nothing were wrong.
  public synchronized void loseRows(int aPage) {
    rowsLost = aPage;
  }

  /// The jobs that nobody has deleted.
  public synchronized List<String> jobs() {
    return List.copyOf(jobs.keySet());
  }

  // What the endpoint does. ----------------------------------------------------------------------

  synchronized Reply answer(Call call, List<String> parts) {
    return switch (call.method() + parts.size()) {
      case "POST0" -> create(call);
      case "GET0" -> list();
      case "GET1" -> Reply.json(200, shown(poll(parts.getFirst())));
      case "PATCH1" -> abort(call, parts.getFirst());
      case "DELETE1" -> delete(parts.getFirst());
      case "GET2" -> results(call, parts.getFirst());
      default -> throw new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    };
  }

  private Reply create(Call call) {
    JsonNode asked = call.json();
    String operation = asked.path("operation").asText();
    if (!operation.equals("query") && !operation.equals("queryAll")) {
      throw new ApiError(400, "INVALIDOPERATION", "operation must be query or queryAll");
    }
    String text = asked.path("query").asText();
    Soql query = SoqlParser.parse(text);
    ObjectType type = org.schema().get(query.from());
    for (String path : query.fields()) {
      if (values.field(type, path).isCompound()) {
        throw new ApiError(
            400,
            "FEATURENOTENABLED",
            "Selecting compound data not supported in Bulk Query : " + path);
      }
    }
    allocation.countQueryJob();
    Job job =
        new Job(
            RecordIds.full("7505g%010d".formatted(++created)),
            operation,
            text,
            query,
            run.find(query, operation.equals("queryAll")),
            call.version(),
            time.instant(),
            0,
            false,
            failure);
    jobs.put(job.id(), job);
    Map<String, Object> shown = shown(job);
    shown.remove("numberRecordsProcessed");
    return Reply.json(200, shown);
  }

  private Reply list() {
    return Reply.json(
        200,
        Map.of(
            "done",
            true,
            "records",
            jobs.values().stream().map(this::shown).toList(),
            "nextRecordsUrl",
            ""));
  }

  private Job find(String id) {
    Job job = jobs.get(RecordIds.full(id));
    if (job == null || job.created().plus(KEPT).isBefore(time.instant())) {
      throw new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    }
    return job;
  }

  private Job poll(String id) {
    Job polled = find(id).polled();
    jobs.put(polled.id(), polled);
    return polled;
  }

  private String state(Job job) {
    if (job.isAborted()) {
      return "Aborted";
    }
    if (job.polls() < pollsUntilComplete) {
      return job.polls() == 0 ? "UploadComplete" : "InProgress";
    }
    return job.failure() == null ? "JobComplete" : "Failed";
  }

  private Map<String, Object> shown(Job job) {
    String state = state(job);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", job.id());
    shown.put("operation", job.operation());
    shown.put("object", org.schema().get(job.query().from()).name());
    shown.put("createdById", "0055g00000AbcDEAAZ");
    shown.put("createdDate", String.valueOf(Values.inRest(job.created())));
    shown.put("systemModstamp", String.valueOf(Values.inRest(time.instant())));
    shown.put("state", state);
    shown.put("concurrencyMode", "Parallel");
    shown.put("contentType", "CSV");
    shown.put("apiVersion", Double.valueOf(job.version()));
    shown.put("jobType", "V2Query");
    shown.put("lineEnding", "LF");
    shown.put("columnDelimiter", "COMMA");
    shown.put("numberRecordsProcessed", state.equals("JobComplete") ? job.rows().size() : 0);
    shown.put("retries", 0);
    shown.put("totalProcessingTime", job.polls() * 200);
    shown.put("isPkChunkingSupported", true);
    if (state.equals("Failed")) {
      shown.put("errorMessage", String.valueOf(job.failure()));
    }
    return shown;
  }

  private Reply abort(Call call, String id) {
    Job job = find(id);
    if (!call.json().path("state").asText().equals("Aborted")) {
      throw new ApiError(400, "INVALIDJOBSTATE", "a query job can be aborted only");
    }
    jobs.put(job.id(), job.aborted());
    return Reply.json(200, shown(job.aborted()));
  }

  private Reply delete(String id) {
    Job job = find(id);
    if (state(job).equals("UploadComplete") || state(job).equals("InProgress")) {
      throw new ApiError(400, "INVALIDJOBSTATE", "the job is still being worked on");
    }
    jobs.remove(job.id());
    return Reply.nothing();
  }

  private Reply results(Call call, String id) {
    Job job = find(id);
    if (!job.version().equals(call.version())) {
      throw new ApiError(
          409,
          "API_ERROR",
          "The API version of the job is " + job.version() + ", not " + call.version());
    }
    if (!state(job).equals("JobComplete")) {
      return Reply.nothing();
    }
    int from = call.parameter("locator").map(BulkCsv::offset).orElse(0);
    int asked = call.parameter("maxRecords").map(Integer::parseInt).orElse(MOST_A_PAGE);
    int until = Math.min(job.rows().size(), from + Math.min(asked, largestPage));
    boolean isLast = until == job.rows().size();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Sforce-Locator", isLast ? "null" : BulkCsv.locator(until));
    if (!countStripped) {
      headers.put("Sforce-NumberOfRecords", String.valueOf(until - from));
    }
    List<Row> page = job.rows().subList(from, Math.max(from, until - rowsLost));
    boolean hasHeader = from == 0 || !headerOnceOnly;
    return Reply.csv(csv.write(job.query(), page, hasHeader), headers);
  }
}
