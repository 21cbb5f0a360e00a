package dev.callbook.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.EmbeddedDatabase;
import dev.callbook.testing.RunningCallbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/// The product under measure: Callbook as its users start it, with the embedded database, and a
/// client that may do everything.
final class Lab implements AutoCloseable {
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000001";
  private static final String SECRET = "only-for-measurements-on-this-machine";
  private static final String PASSWORD = "a few words will do";
  private static final String ADMIN = "admin@localhost";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningCallbook callbook;
  private String token = "";

  private Lab(Path folder, RunningCallbook callbook) {
    this.folder = folder;
    this.callbook = callbook;
  }

  /// Starts it on a new database. @param folder empty
  static Lab open(Path folder) {
    Lab lab = new Lab(folder, launch(folder));
    lab.token = CallCentre.token(lab.root(), CLIENT, SECRET);
    return lab;
  }

  private static RunningCallbook launch(Path folder) {
    return RunningCallbook.launchByScript(
        folder,
        Map.of(
            // One token sends all requests: counted, and never refused.
            "CALLBOOK_RATE_LIMIT_PER_MINUTE", "1000000000",
            "CALLBOOK_CLIENT_ID", CLIENT,
            "CALLBOOK_CLIENT_SECRET", SECRET,
            "CALLBOOK_ADMIN_EMAIL", ADMIN,
            "CALLBOOK_ADMIN_PASSWORD", PASSWORD),
        "--port=0",
        "--data=data");
  }

  /// Stops it in good order and starts it again. @return milliseconds from the command to ready
  double restart() {
    callbook.stop();
    long begin = System.nanoTime();
    callbook = launch(folder);
    callbook.url();
    return (System.nanoTime() - begin) / 1e6;
  }

  URI root() {
    return callbook.url();
  }

  String token() {
    return token;
  }

  /// The session of its first administrator.
  String session() {
    return CallCentre.signIn(root(), ADMIN, PASSWORD);
  }

  ProcessHandle process() {
    return callbook.process();
  }

  EmbeddedDatabase database() {
    return new EmbeddedDatabase(folder.resolve("data"));
  }

  JsonNode get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, BodyPublisher body) throws IOException {
    return send(request(path).POST(body).build());
  }

  JsonNode post(String path, BodyPublisher body, String contentType) throws IOException {
    return send(request(path).header("Content-Type", contentType).POST(body).build());
  }

  /// How many bytes an address answers.
  long length(String address) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    try (InputStream bytes = http.sendAsync(request, BodyHandlers.ofInputStream()).join().body()) {
      return bytes.transferTo(OutputStream.nullOutputStream());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root().resolve(path)).header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) throws IOException {
    HttpResponse<String> answer = http.sendAsync(request, BodyHandlers.ofString()).join();
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
    callbook.close();
  }
}
