package dev.callbook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Calls the running application as any HTTP client does.
///
/// Paths are templates: each `{}` takes the next value, percent-encoded.
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI root;
  private final Golden golden;
  private final Map<String, String> headers;

  public Api(URI root, Golden golden) {
    this(root, golden, Map.of());
  }

  private Api(URI root, Golden golden, Map<String, String> headers) {
    this.root = root;
    this.golden = golden;
    this.headers = headers;
  }

  /// The same, in someone's name.
  public Api as(Agent agent) {
    return agent.token().isEmpty() ? this : with("Authorization", "Bearer " + agent.token());
  }

  /// The same, as the browser of someone who is signed in to the pages.
  public Api at(CallCentre.Seat seat) {
    return with("Cookie", "callbook_session=" + seat.session())
        .with("Content-Type", "application/x-www-form-urlencoded");
  }

  /// The same, with the client's id and secret as HTTP Basic credentials.
  public Api withBasic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /// The same, with one more header.
  public Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(root, golden, more);
  }

  public Answer get(String path, Object... values) {
    return send("GET", fill(path, values), "");
  }

  public Answer delete(String path, Object... values) {
    return send("DELETE", fill(path, values), "");
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  /// Any method; `application/json` unless a header says otherwise, with a body or without, as the
  /// official clients do.
  public Answer send(String method, String path, String body) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8));
  }

  /// As [#send(String, String, String)], with a body that need not be text.
  public Answer send(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root.toString().replaceFirst("/$", "") + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (!headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(method + " " + path, response, golden);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String fill(String path, Object... values) {
    String filled = path;
    for (Object value : values) {
      int gap = filled.indexOf("{}");
      filled = filled.substring(0, gap) + encode(value.toString()) + filled.substring(gap + 2);
    }
    return filled;
  }

  /// A value as it stands in a path or a query.
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
