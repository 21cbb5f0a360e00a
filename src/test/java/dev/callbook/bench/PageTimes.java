package dev.callbook.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an admin waits for a page, from request to last byte, one after the other; and how many
/// bytes a first visit takes.
final class PageTimes implements AutoCloseable {
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 240;
  private static final Pattern PART =
      Pattern.compile("(?:href|src)=\"(/[^\"#?]*\\.(?:css|js|svg|woff2)[^\"#]*)[\"#]");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;
  private final String session;

  /// @param session an admin's
  PageTimes(URI root, String session) {
    this.root = root;
    this.session = session;
  }

  /// @param paths addresses of one page, for several records; asked in turn
  double[] measure(List<String> paths) {
    for (int i = 0; i < WARM_UP; i++) {
      millis(paths.get(i % paths.size()));
    }
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = millis(paths.get(i % paths.size()));
    }
    Arrays.sort(times);
    return times;
  }

  private double millis(String path) {
    long begin = System.nanoTime();
    HttpResponse<String> answer =
        http.sendAsync(request(path).build(), BodyHandlers.ofString()).join();
    double took = (System.nanoTime() - begin) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    return took;
  }

  /// The bytes over the wire of a page and of all that it names, compressed as browsers ask for.
  long firstVisit(String path) {
    Set<String> parts = new LinkedHashSet<>();
    HttpResponse<String> page =
        http.sendAsync(request(path).build(), BodyHandlers.ofString()).join();
    PART.matcher(page.body()).results().forEach(part -> parts.add(part.group(1)));
    List<String> all = new ArrayList<>(parts);
    all.add(path);
    return all.stream().mapToLong(this::bytes).sum();
  }

  private long bytes(String path) {
    HttpRequest request = request(path).header("Accept-Encoding", "br, gzip").build();
    return http.sendAsync(request, BodyHandlers.ofByteArray()).join().body().length;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path))
        .header("Accept", "text/html; charset=" + StandardCharsets.UTF_8)
        .header("Cookie", "callbook_session=" + session);
  }

  @Override
  public void close() {
    http.close();
  }
}
