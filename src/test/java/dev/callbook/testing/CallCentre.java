package dev.callbook.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/// Reports calls to a running Callbook as a switchboard does, and works at an agent's screen as a
/// browser does.
public final class CallCentre {
  /// Where sources report.
  public static final String EVENTS = "/api/v2/callbook/interactions/events";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final URI root;
  private final String token;

  /// @param token of a client that may do everything
  public CallCentre(URI root, String token) {
    this.root = root;
    this.token = token;
  }

  /// An agent's place of work. @param session the value of the session cookie
  public record Seat(UUID user, String email, String session) {}

  /// The same centre through another node.
  public CallCentre at(URI otherRoot) {
    return new CallCentre(otherRoot, token);
  }

  public URI root() {
    return root;
  }

  /// Signs in as a browser's form does. @return the session cookie's value
  public static String signIn(URI root, String email, String password) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(root.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(Map.of("email", email, "password", password))));
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("callbook_session="))
        .map(cookie -> cookie.substring("callbook_session=".length(), cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new AssertionError("sign-in answered " + answer.statusCode()));
  }

  /// Asks for a token with a client's id and secret.
  public static String token(URI root, String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(root.resolve("/oauth/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(Map.of("grant_type", "client_credentials"))));
    if (answer.statusCode() != 200) {
      throw new AssertionError("the token endpoint answered " + answer.statusCode());
    }
    return json(answer).path("access_token").asText();
  }

  /// Any call of the API. @return status and body
  public HttpResponse<String> api(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /// Reports an event that must be taken.
  public JsonNode report(String event) {
    HttpResponse<String> answer = api("POST", EVENTS, event);
    if (answer.statusCode() != 200) {
      throw new AssertionError("answered " + answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  /// Reports that a call alerts at an agent. @param from the rest of the JSON field `from`
  public JsonNode offer(String call, Seat agent, String from) {
    return report(event(call, "offered", agent, ", \"from\": " + from));
  }

  /// An event's JSON. @param more further fields, each behind a comma
  public static String event(String call, String kind, Seat agent, String more) {
    return """
    {"source": "pbx", "sourceEventId": "%s", "interactionId": "%s", "kind": "%s", "queue": "Billing",
     "agent": {"user": "%s"}%s}\
    """
        .formatted(UUID.randomUUID(), call, kind, agent.email(), more);
  }

  /// A number as the JSON field `from`.
  public static String number(String raw) {
    return "{\"raw\": \"" + raw + "\"}";
  }

  /// A contact, through the API. @return its id
  public String contact(String division, String first, String last, String number) {
    HttpResponse<String> answer =
        api(
            "POST",
            "/api/v2/externalcontacts/contacts",
            """
            {"firstName": "%s", "lastName": "%s", "division": {"id": "%s"}, "cellPhone": {"display": "%s"}}\
            """
                .formatted(first, last, division, number));
    return json(answer).path("id").asText();
  }

  /// What an agent's page shows.
  public String page(Seat agent, String path) {
    return send(asBrowser(agent, path).GET()).body();
  }

  /// Posts a form of an agent's page. @return the status
  public int post(Seat agent, String path, Map<String, String> fields) {
    return send(asBrowser(agent, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("HX-Request", "true")
            .POST(form(fields)))
        .statusCode();
  }

  /// Opens a tab of an agent's workspace.
  public LiveTab open(Seat agent) {
    return LiveTab.open(root, agent.session());
  }

  private HttpRequest.Builder asBrowser(Seat agent, String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .header("Cookie", "callbook_session=" + agent.session());
  }

  private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return BodyPublishers.ofString(body.toString());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
