package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of a query's result.
///
/// @param next where the next is; only its absence ends the result, however short a page is
record QueryPage(List<RemoteRecord> records, Optional<String> next) {
  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  /// Reads a record at a time, so that no page is in memory twice.
  static QueryPage read(Answer answer, Cells cells) throws IOException {
    List<RemoteRecord> records = new ArrayList<>();
    String next = "";
    boolean isDone = false;
    try (JsonParser json = JSON.createParser(answer.body())) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "done" -> isDone = json.getBooleanValue();
          case "nextRecordsUrl" -> next = json.getText();
          case "records" -> {
            expect(json.currentToken(), JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
              records.add(cells.read((JsonNode) json.readValueAsTree()));
            }
            expect(json.currentToken(), JsonToken.END_ARRAY);
          }
          default -> json.skipChildren();
        }
      }
      expect(json.currentToken(), JsonToken.END_OBJECT);
    }
    if (isDone == next.isEmpty()) {
      return new QueryPage(records, isDone ? Optional.empty() : Optional.of(next));
    }
    throw new IOException("a page that is neither the last nor names the next");
  }

  private static void expect(JsonToken found, JsonToken expected) throws IOException {
    if (found != expected) {
      throw new IOException("no query result");
    }
  }
}
