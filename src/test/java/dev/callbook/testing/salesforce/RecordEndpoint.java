package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.testing.salesforce.Org.Removal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/sobjects`: what there is, single records, and which of them changed or went.
final class RecordEndpoint {
  /// More ids than this are not listed.
  private static final int MOST_IDS = 600_000;

  private final Org org;
  private final Records records;
  private final Writes writes;
  private int mostIds = MOST_IDS;

  RecordEndpoint(Org org, Records records, Writes writes) {
    this.org = org;
    this.records = records;
    this.writes = writes;
  }

  void mostIds(int fewer) {
    mostIds = fewer;
  }

  Reply answer(Call call, List<String> parts) {
    if (parts.isEmpty()) {
      return Reply.json(200, Shapes.global(org.schema().all(), call.version()));
    }
    ObjectType type =
        org.schema()
            .find(parts.getFirst())
            .orElseThrow(
                () -> new ApiError(404, "NOT_FOUND", "The requested resource does not exist"));
    return switch (parts.size()) {
      case 1 -> ofType(call, type);
      case 2 -> ofRecord(call, type, parts.get(1));
      case 3 -> ofKey(call, type, parts.get(1), parts.get(2));
      default -> throw new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    };
  }

  private Reply ofType(Call call, ObjectType type) {
    return switch (call.method()) {
      case "GET" ->
          Reply.json(
              200,
              Map.of(
                  "objectDescribe",
                  Shapes.summary(type, call.version()),
                  "recentItems",
                  List.of()));
      case "POST" -> {
        String id = writes.create(type, call.json(), allowsDuplicates(call));
        yield saved(201, id, true);
      }
      default -> throw notAllowed(call);
    };
  }

  private Reply ofRecord(Call call, ObjectType type, String name) {
    if (call.method().equals("GET")) {
      return switch (name) {
        case "describe" -> Reply.json(200, Shapes.whole(type, call.version()));
        case "updated" -> updated(call, type);
        case "deleted" -> deleted(call, type);
        default -> shown(call, find(type, name));
      };
    }
    Row row = find(type, name);
    return change(call, row, "");
  }

  private Reply ofKey(Call call, ObjectType type, String keyField, String value) {
    List<Row> found = writes.byKey(type, keyField, value);
    if (found.size() > 1) {
      return Reply.json(
          300,
          found.stream()
              .map(row ->
                  "/services/data/v" + call.version() + "/sobjects/" + type.name() + "/" + row.id())
              .toList());
    }
    if (!found.isEmpty()) {
      return call.method().equals("GET")
          ? shown(call, found.getFirst())
          : change(call, found.getFirst(), keyField);
    }
    if (!call.method().equals("PATCH")) {
      throw new ApiError(
          404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible");
    }
    return saved(
        201,
        writes.create(type, withKey(call.json(), keyField, value), allowsDuplicates(call)),
        true);
  }

  static JsonNode withKey(JsonNode record, String keyField, String value) {
    com.fasterxml.jackson.databind.node.ObjectNode copy = record.deepCopy();
    return copy.put(keyField, value);
  }

  private Reply change(Call call, Row row, String keyField) {
    switch (call.method()) {
      case "PATCH" -> {
        checkUnmodified(call, row);
        writes.update(row, call.json(), keyField, allowsDuplicates(call));
      }
      case "DELETE" -> {
        if (row.isDeleted()) {
          throw new ApiError(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        org.delete(row.id());
      }
      default -> throw notAllowed(call);
    }
    return keyField.isEmpty() ? Reply.nothing() : saved(200, row.id(), false);
  }

  private static void checkUnmodified(Call call, Row row) {
    Optional<Instant> since =
        call.header("If-Unmodified-Since")
            .map(text ->
                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    if (since.isPresent() && row.modified().isAfter(since.get())) {
      throw new ApiError(412, "ENTITY_SAVE_ERROR", "The record was modified in the meantime");
    }
  }

  private Reply shown(Call call, Row row) {
    if (row.isDeleted()) {
      throw new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    }
    List<String> fields =
        call.parameter("fields")
            .map(listed -> List.of(listed.split(",")))
            .orElseGet(() -> records.allFields(row.type()));
    return Reply.json(200, records.json(row, fields, call.version()));
  }

  private Row find(ObjectType type, String id) {
    return org.find(id)
        .filter(row -> row.type().equals(type.name()))
        .orElseThrow(() -> new ApiError(404, "NOT_FOUND", "The requested resource does not exist"));
  }

  private static Reply saved(int status, String id, boolean created) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("success", true);
    body.put("errors", List.of());
    if (status != 201 || created) {
      body.put("created", created);
    }
    return Reply.json(status, body);
  }

  static boolean allowsDuplicates(Call call) {
    return call.header("Sforce-Duplicate-Rule-Header").orElse("").contains("allowSave=true");
  }

  private Reply updated(Call call, ObjectType type) {
    Instant start = minute(call, "start");
    Instant end = end(call, start);
    if (start.isBefore(org.time().instant().minus(Duration.ofDays(30)))) {
      throw new ApiError(
          400, "INVALID_REPLICATION_DATE", "startDate before org replication enabled date");
    }
    List<String> ids =
        org.visible(type.name(), false).stream()
            .filter(row -> !row.stamp().isBefore(start) && row.stamp().isBefore(end))
            .map(Row::id)
            .toList();
    checkCount(ids.size());
    return Reply.json(
        200, Map.of("ids", ids, "latestDateCovered", Values.inRest(org.covered(end))));
  }

  private Reply deleted(Call call, ObjectType type) {
    Instant start = minute(call, "start");
    Instant end = end(call, start);
    if (start.isBefore(org.time().instant().minus(Org.LOG).truncatedTo(ChronoUnit.MINUTES))) {
      throw new ApiError(
          400, "INVALID_REPLICATION_DATE", "startDate cannot be more than 15 days ago");
    }
    List<Removal> removals = org.removals(type.name(), start, end);
    checkCount(removals.size());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "deletedRecords",
        removals.stream()
            .map(removal -> Map.of("id", removal.id(), "deletedDate", Values.inRest(removal.at())))
            .toList());
    body.put("earliestDateAvailable", Values.inRest(org.earliestRemoval()));
    body.put("latestDateCovered", Values.inRest(org.covered(end)));
    return Reply.json(200, body);
  }

  private void checkCount(int ids) {
    if (ids > mostIds) {
      throw new ApiError(
          400, "EXCEEDED_ID_LIMIT", "The number of ids in the given range is too large");
    }
  }

  private static Instant minute(Call call, String parameter) {
    String text =
        call.parameter(parameter)
            .orElseThrow(() -> new ApiError(400, "MISSING_ARGUMENT", "missing " + parameter));
    try {
      return SoqlRun.datetime(text).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException e) {
      throw new ApiError(400, "INVALID_FIELD", "not a date: " + parameter);
    }
  }

  private Instant end(Call call, Instant start) {
    Instant end = minute(call, "end");
    if (Duration.between(start, end).compareTo(Duration.ofMinutes(1)) < 0) {
      throw new ApiError(
          400,
          "INVALID_REPLICATION_DATE",
          "endDate must be at least one minute greater than startDate");
    }
    return end.isAfter(org.time().instant()) ? org.time().instant() : end;
  }

  private static ApiError notAllowed(Call call) {
    return new ApiError(
        405, "METHOD_NOT_ALLOWED", "HTTP Method '" + call.method() + "' not allowed");
  }
}
