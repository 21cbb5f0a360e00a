package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the org answers.
///
/// @param contentType null where there is no body
record Reply(int status, @Nullable String contentType, String body, Map<String, String> headers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Reply json(int status, Object body) {
    try {
      return new Reply(
          status, "application/json;charset=UTF-8", JSON.writeValueAsString(body), Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reply csv(String body, Map<String, String> headers) {
    return new Reply(200, "text/csv", body, headers);
  }

  static Reply nothing() {
    return new Reply(204, null, "", Map.of());
  }

  /// An array with one error, as all endpoints but the token's answer it.
  static Reply error(ApiError error) {
    return json(error.status(), List.of(error(error.code(), "errorCode", error)));
  }

  static Map<String, Object> error(String code, String codeKey, ApiError error) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", error.text());
    body.put(codeKey, code);
    if (!error.fields().isEmpty() || codeKey.equals("statusCode")) {
      body.put("fields", error.fields());
    }
    return body;
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, body, more);
  }
}
