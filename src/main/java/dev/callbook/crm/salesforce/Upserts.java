package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes records, found by a key of ours, 200 at a time.
final class Upserts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 200;
  private static final int TRIES = 5;

  private final Connection connection;
  private final ObjectShape shape;
  private final String keyField;

  Upserts(Connection connection, ObjectShape shape, String keyField) {
    this.connection = connection;
    this.shape = shape;
    this.keyField = keyField;
  }

  /// @return one for each record, in their order
  List<Upserted> write(List<Upsert> records) {
    if (records.stream().map(Upsert::key).distinct().count() < records.size()) {
      throw new IllegalArgumentException("two records with one key");
    }
    List<Upserted> written = new ArrayList<>(records.size());
    for (int from = 0; from < records.size(); from += AT_ONCE) {
      written.addAll(writeSome(records.subList(from, Math.min(records.size(), from + AT_ONCE))));
    }
    return written;
  }

  /// Those that somebody holds are tried again by themselves.
  private List<Upserted> writeSome(List<Upsert> records) {
    List<Upserted> written = new ArrayList<>(send(records));
    for (int tries = 1; tries < TRIES; tries++) {
      List<Integer> locked = new ArrayList<>();
      for (int at = 0; at < written.size(); at++) {
        if (written.get(at) instanceof Upserted.Locked) {
          locked.add(at);
        }
      }
      if (locked.isEmpty()) {
        break;
      }
      connection.backOff(tries);
      List<Upserted> again = send(locked.stream().map(records::get).toList());
      for (int at = 0; at < locked.size(); at++) {
        written.set(locked.get(at), again.get(at));
      }
    }
    return written;
  }

  /// May be sent twice where an answer is lost: the second time, records are there.
  private List<Upserted> send(List<Upsert> records) {
    ObjectNode body = JSON.createObjectNode().put("allOrNone", false);
    records.forEach(record -> body.withArray("records").add(json(record)));
    String path =
        connection
            .site()
            .path("/composite/sobjects/" + Soql.name(shape.name()) + "/" + Soql.name(keyField));
    return connection.ask(
        Request.send("PATCH", path, body.toString()), answer -> read(answer, records.size()));
  }

  private ObjectNode json(Upsert record) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("attributes").put("type", shape.name());
    json.put(keyField, record.key());
    for (Map.Entry<String, @Nullable String> value : record.values().entrySet()) {
      put(json, value.getKey(), value.getValue());
    }
    return json;
  }

  private void put(ObjectNode json, String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      json.putNull(field);
      return;
    }
    switch (shape.kind(field)) {
      case YES_NO -> json.put(field, Boolean.parseBoolean(value));
      case NUMBER -> json.put(field, new BigDecimal(value));
      default -> json.put(field, cut(field, value));
    }
  }

  /// Longer texts would be refused.
  private String cut(String field, String value) {
    FieldShape known = shape.fields().get(field);
    int most = known == null ? 0 : known.length();
    if (most == 0 || value.length() <= most) {
      return value;
    }
    // Not through a character that takes two.
    return value.substring(0, Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most);
  }

  private static List<Upserted> read(Answer answer, int count) throws IOException {
    JsonNode json = JSON.readTree(answer.body());
    if (!json.isArray() || json.size() != count) {
      throw new IOException("other results than records");
    }
    return json.valueStream().map(Upserts::result).toList();
  }

  private static Upserted result(JsonNode json) {
    if (json.path("success").asBoolean()) {
      RemoteId id = new RemoteId(json.path("id").asText());
      return json.path("created").asBoolean() ? new Upserted.Created(id) : new Upserted.Updated(id);
    }
    JsonNode error = json.path("errors").path(0);
    String code = error.path("statusCode").asText();
    return switch (code) {
      case "UNABLE_TO_LOCK_ROW" -> new Upserted.Locked();
      case "DUPLICATE_EXTERNAL_ID", "MULTIPLE_CHOICES" -> new Upserted.Several();
      case "ENTITY_IS_DELETED", "NOT_FOUND" -> new Upserted.Gone();
      default ->
          new Upserted.Refused(
              code,
              error.path("message").asText(),
              error.path("fields").valueStream().map(JsonNode::asText).toList());
    };
  }
}
