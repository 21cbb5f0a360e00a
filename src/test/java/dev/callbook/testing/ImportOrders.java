package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Imports as programs order them through the public API, step by step, in the admin's name.
public final class ImportOrders {
  public static final String IMPORT = "/api/v2/externalcontacts/import";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Directory directory;

  ImportOrders(Directory directory) {
    this.directory = directory;
  }

  /// @param criteria `Email`, `Phone`, both or none
  /// @return the id of import settings with the source CRM
  public String settings(String... criteria) {
    return settings(false, List.of(criteria), List.of());
  }

  /// @param leftOut fields that may not be changed
  public String settings(boolean merges, List<String> criteria, List<String> leftOut) {
    ObjectNode body = JSON.createObjectNode();
    body.put("name", "People").put("mergeContacts", merges);
    body.put("externalSourceId", directory.source("CRM"));
    ArrayNode matching = body.putArray("matchingCriteria");
    criteria.forEach(matching::add);
    ArrayNode fields = body.putArray("importFields");
    leftOut.forEach(name -> fields.addObject().put("name", name).put("included", false));
    return directory.asAdmin().post(IMPORT + "/settings", body.toString()).answers(200).id();
  }

  /// @param mappings column, target, column, target, …
  /// @return the id of CSV settings that belong to nothing else
  public String columns(String... mappings) {
    return add(null, mappings);
  }

  /// As [#columns], that belong to import settings.
  public String columnsOf(String settings, String... mappings) {
    return add(settings, mappings);
  }

  private String add(@org.jspecify.annotations.Nullable String settings, String... mappings) {
    ObjectNode body = JSON.createObjectNode();
    if (settings != null) {
      body.put("externalSettingsId", settings);
    }
    ArrayNode list = body.putArray("mappings");
    for (int i = 0; i < mappings.length; i += 2) {
      list.addObject().put("sourceField", mappings[i]).put("targetField", mappings[i + 1]);
    }
    return directory.asAdmin().post(IMPORT + "/csv/settings", body.toString()).answers(201).id();
  }

  /// Announces a file. @return the answer, with its address
  public Answer announce(long bytes) {
    return directory
        .asAdmin()
        .post(
            IMPORT + "/csv/uploads", "{\"fileName\": \"people.csv\", \"fileSize\": " + bytes + "}")
        .answers(201);
  }

  /// Announces a file and sends it. @return the upload's id
  public String upload(String csv) {
    return upload(csv.getBytes(StandardCharsets.UTF_8));
  }

  /// As [#upload(String)].
  public String upload(byte[] file) {
    Answer announced = announce(file.length);
    send(announced, file).answers(200);
    return announced.text("/uploadId");
  }

  /// Sends a file to its address, without a token.
  public Answer send(Answer announced, byte[] file) {
    return directory
        .asNobody()
        .with(announced.text("/uploadHeaders/0/name"), announced.text("/uploadHeaders/0/value"))
        .send("PUT", URI.create(announced.text("/uploadUrl")).getPath(), file);
  }

  /// @return the answer to the order of a job
  public Answer job(Api caller, String upload, String settings, String division) {
    return caller.post(
        IMPORT + "/csv/jobs",
        """
        {"uploadId": "%s", "settingsId": "%s", "division": {"id": "%s"}}
        """
            .formatted(upload, settings, directory.division(division).wireId()));
  }

  /// Everything at once. @return the job's id
  public String order(String division, String csv, String... mappings) {
    return job(directory.asAdmin(), upload(csv), columnsOf(settings("Email"), mappings), division)
        .answers(202)
        .text("/job/id");
  }

  /// Waits until the job waits for an answer, or is over.
  public Answer settled(String job) {
    Instant limit = Instant.now().plus(Duration.ofMinutes(1));
    while (Instant.now().isBefore(limit)) {
      Answer answer = directory.asAdmin().get(IMPORT + "/jobs/{}", job).answers(200);
      String status = answer.text("/status");
      boolean isWaiting = answer.text("/executionStep").equals("Validated");
      if (isWaiting || !List.of("Created", "Running").contains(status)) {
        return answer;
      }
    }
    return fail("the job did not get there");
  }

  /// @param status `Continue`, `Cancel` or `Retry`
  public Answer step(String job, String status) {
    return directory
        .asAdmin()
        .put(
            IMPORT + "/jobs/" + job,
            "{\"jobId\": \"%s\", \"status\": \"%s\"}".formatted(job, status));
  }

  /// Runs what the dry run found. @return the job at its end
  public Answer completed(String job) {
    settled(job).holds("/executionStep", "\"Validated\"");
    step(job, "Continue").answers(200);
    return settled(job).holds("/status", "\"Completed\"");
  }
}
