package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/composite/sobjects`: up to 200 records written, or 2,000 read, by one request. It answers 200
/// even if every one of them failed.
final class CollectionEndpoint {
  private static final int MOST_WRITTEN = 200;
  private static final int MOST_READ = 2000;

  private final Org org;
  private final Records records;
  private final Writes writes;

  CollectionEndpoint(Org org, Records records, Writes writes) {
    this.org = org;
    this.records = records;
    this.writes = writes;
  }

  private record Saved(String id, boolean isNew) {}

  Reply answer(Call call, List<String> parts) {
    boolean force = RecordEndpoint.allowsDuplicates(call);
    return switch (call.method() + parts.size()) {
      case "POST0" ->
          each(call, record -> new Saved(writes.create(type(record), record, force), true));
      case "PATCH0" -> each(call, record -> update(record, force));
      case "DELETE0" -> delete(call);
      case "PATCH2" -> {
        ObjectType type = org.schema().get(parts.getFirst());
        yield each(call, record -> upsert(type, parts.get(1), record, force));
      }
      case "POST1" -> retrieve(call, org.schema().get(parts.getFirst()));
      default -> throw new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    };
  }

  private ObjectType type(JsonNode record) {
    return org.schema().get(record.path("attributes").path("type").asText());
  }

  private Saved update(JsonNode record, boolean force) {
    String id = record.path("id").asText(record.path("Id").asText());
    Row row =
        org.find(id)
            .orElseThrow(() ->
                new ApiError(404, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    writes.update(row, record, record.has("id") ? "id" : "Id", force);
    return new Saved(row.id(), false);
  }

  private Saved upsert(ObjectType type, String keyField, JsonNode record, boolean force) {
    if (!type(record).equals(type)) {
      throw new ApiError(400, "INVALID_TYPE", "all records must be of one type");
    }
    if (record.has("Id") && !keyField.equals("Id")) {
      throw new ApiError(
          400, "INVALID_FIELD_FOR_INSERT_UPDATE", "The Id field should not be specified", "Id");
    }
    String key = record.path(keyField).asText();
    if (key.isEmpty()) {
      throw new ApiError(400, "MISSING_ARGUMENT", keyField + " not specified");
    }
    List<Row> found = writes.byKey(type, keyField, key);
    if (found.size() > 1) {
      throw new ApiError(
          400,
          "DUPLICATE_EXTERNAL_ID",
          "%s: more than one record found for external id field: [%s]"
              .formatted(keyField, String.join(", ", found.stream().map(Row::id).toList())));
    }
    if (found.isEmpty()) {
      return new Saved(writes.create(type, record, force), true);
    }
    writes.update(found.getFirst(), record, keyField, force);
    return new Saved(found.getFirst().id(), false);
  }

  private Reply each(Call call, Function<JsonNode, Saved> write) {
    JsonNode sent = call.json().path("records");
    checkCount(sent.size(), MOST_WRITTEN);
    List<Map<String, Object>> results = new ArrayList<>();
    sent.forEach(record -> results.add(result(record, write)));
    return Reply.json(200, results);
  }

  private static Map<String, Object> result(JsonNode record, Function<JsonNode, Saved> write) {
    Map<String, Object> result = new LinkedHashMap<>();
    try {
      Saved saved = write.apply(record);
      result.put("id", saved.id());
      result.put("success", true);
      result.put("errors", List.of());
      result.put("created", saved.isNew());
    } catch (ApiError error) {
      result.put("success", false);
      result.put("errors", List.of(Reply.error(error.code(), "statusCode", error)));
    }
    return result;
  }

  private Reply delete(Call call) {
    List<String> ids = List.of(call.parameter("ids").orElse("").split(","));
    checkCount(ids.size(), MOST_WRITTEN);
    List<Map<String, Object>> results = new ArrayList<>();
    for (String id : ids) {
      Optional<Row> row = org.find(id).filter(found -> !found.isDeleted());
      row.ifPresent(found -> org.delete(found.id()));
      results.add(
          row.isPresent()
              ? Map.of("id", id, "success", true, "errors", List.of())
              : Map.of(
                  "id",
                  id,
                  "success",
                  false,
                  "errors",
                  List.of(
                      Map.of(
                          "statusCode", "ENTITY_IS_DELETED",
                          "message", "entity is deleted",
                          "fields", List.of()))));
    }
    return Reply.json(200, results);
  }

  private Reply retrieve(Call call, ObjectType type) {
    JsonNode asked = call.json();
    checkCount(asked.path("ids").size(), MOST_READ);
    List<String> fields = asked.path("fields").valueStream().map(JsonNode::asText).toList();
    List<@Nullable Map<String, @Nullable Object>> found = new ArrayList<>();
    for (JsonNode id : asked.path("ids")) {
      Optional<Row> row =
          org.find(id.asText()).filter(one -> one.type().equals(type.name()) && !one.isDeleted());
      found.add(row.map(one -> records.json(one, fields, call.version())).orElse(null));
    }
    return Reply.json(200, found);
  }

  private static void checkCount(int records, int most) {
    if (records == 0 || records > most) {
      throw new ApiError(
          400,
          "INVALID_NUMBER_OF_RECORDS",
          "The number of records must be from 1 to " + most + ", not " + records);
    }
  }
}
