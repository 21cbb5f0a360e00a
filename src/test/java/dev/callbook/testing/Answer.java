package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;

/// What came back, and what can be said about it.
///
/// @param request method and path, for messages
public record Answer(String request, HttpResponse<String> response, Golden golden) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /// A header's only value; empty where it is missing.
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (JsonProcessingException e) {
      return fail(request + " answered no JSON: " + body(), e);
    }
  }

  /// A value by its JSON pointer.
  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /// A value's text by its JSON pointer; empty where it is missing.
  public String text(String pointer) {
    return at(pointer).asText();
  }

  /// The `id` of the record that came back.
  public String id() {
    String id = text("/id");
    assertFalse(id.isEmpty(), () -> request + " answered no id: " + body());
    return id;
  }

  /// The texts at a pointer within each item of a list.
  public List<String> each(String list, String pointer) {
    return at(list).valueStream().map(item -> item.at(pointer).asText()).toList();
  }

  /// Checks the status; a refusal's body must have the API's form.
  public Answer answers(int status) {
    assertEquals(status, status(), () -> request + " answered " + body());
    if (status >= 400) {
      isRefusal();
    }
    return this;
  }

  /// Checks that the token endpoint gave a token.
  public Answer answersToken() {
    assertEquals(200, status(), () -> request + " answered " + body());
    assertEquals("bearer", text("/token_type"));
    assertTrue(at("/expires_in").isInt());
    assertFalse(text("/access_token").isEmpty());
    return this;
  }

  /// Checks that the token endpoint refuses, in the form of OAuth.
  public Answer refusesToken(int status, String error) {
    assertEquals(status, status(), () -> request + " answered " + body());
    assertEquals(error, text("/error"), this::body);
    assertFalse(text("/error_description").isBlank(), this::body);
    assertEquals(status == 401, header("WWW-Authenticate").startsWith("Basic"), request);
    return this;
  }

  /// Checks that a page came back, with this status.
  public Answer shows(int status) {
    assertEquals(status, status(), () -> request + " answered " + body());
    assertTrue(header("Content-Type").startsWith("text/html"), request);
    return this;
  }

  /// Checks that the page says something, and returns it.
  public Answer saying(String text) {
    assertTrue(body().contains(text), () -> request + " does not say " + text + ": " + body());
    return this;
  }

  /// Checks status and body; ids and dates may differ, but must have their form.
  ///
  /// @param file a golden file beside the test
  public Answer answers(int status, String file) {
    answers(status);
    golden.compare(file, Masks.of(json()));
    return this;
  }

  /// Checks that a value, by its JSON pointer, is what the JSON says.
  public Answer holds(String pointer, String expected) {
    try {
      assertEquals(JSON.readTree(expected), at(pointer), () -> request + " answered " + body());
    } catch (JsonProcessingException e) {
      fail(expected, e);
    }
    return this;
  }

  /// Checks that nothing stands at a JSON pointer.
  public Answer lacks(String pointer) {
    assertTrue(at(pointer).isMissingNode(), () -> request + " answered " + body());
    return this;
  }

  /// Checks a refusal's status and code.
  public Answer refuses(int status, String code) {
    answers(status);
    assertEquals(code, text("/code"), () -> request + " answered " + body());
    return this;
  }

  /// Checks a refusal that names a field and the rule it breaks.
  public Answer refuses(int status, String code, String field, String rule) {
    refuses(status, code);
    boolean named =
        at("/details")
            .valueStream()
            .anyMatch(detail ->
                detail.path("fieldName").asText().equals(field)
                    && detail.path("errorCode").asText().equals(rule));
    assertTrue(named, () -> request + " does not name " + field + " " + rule + ": " + body());
    return this;
  }

  /// The error body of CONTRACT section 4; `contextId` is the header's.
  private void isRefusal() {
    JsonNode error = json();
    assertTrue(header("Content-Type").startsWith("application/json"), request);
    assertEquals(status(), error.path("status").asInt(), this::body);
    assertFalse(error.path("message").asText().isBlank(), this::body);
    assertFalse(error.path("code").asText().isBlank(), this::body);
    assertTrue(error.path("details").isArray(), this::body);
    assertTrue(error.path("errors").isArray(), this::body);
    assertFalse(header("ININ-Correlation-Id").isEmpty(), request);
    assertEquals(header("ININ-Correlation-Id"), error.path("contextId").asText(), request);
  }
}
