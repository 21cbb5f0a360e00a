package dev.callbook.bench;

import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Agents who are signed in, made on the pages as an administrator makes them.
final class Agents {
  private static final String PASSWORD = "a few words will do";

  private final URI root;
  private final String session;
  private final HttpClient http = HttpClient.newHttpClient();

  /// @param session an administrator's
  Agents(URI root, String session) {
    this.root = root;
    this.session = session;
  }

  /// So many agents, of all divisions.
  List<Seat> make(int count) {
    String form = get("/people");
    String role = choice(form, "role", "Agent");
    String everywhere = choice(form, "division", "");
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String email = "agent-" + i + "@ours.example";
      add(
          Map.of(
              "name", "Agent " + i,
              "email", email,
              "password", PASSWORD,
              "role", role,
              "division", everywhere));
      seats.add(new Seat(new UUID(0, 0), email, CallCentre.signIn(root, email, PASSWORD)));
    }
    return seats;
  }

  /// The value of a form's choice. @param words those of the choice; the first where empty
  private static String choice(String form, String name, String words) {
    Matcher list =
        Pattern.compile("<select[^>]* name=\"" + name + "\".*?</select>", Pattern.DOTALL)
            .matcher(form);
    if (list.find()) {
      Matcher option =
          Pattern.compile("<option value=\"([^\"]+)\"[^>]*>" + words).matcher(list.group());
      if (option.find()) {
        return option.group(1);
      }
    }
    throw new IllegalStateException("the page offers no " + name + " " + words);
  }

  private String get(String path) {
    return http.sendAsync(request(path).GET().build(), BodyHandlers.ofString()).join().body();
  }

  private void add(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        http.sendAsync(
                request("/people")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString())
            .join();
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("adding an agent answered " + answer.statusCode());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .header("Cookie", "callbook_session=" + session);
  }
}
