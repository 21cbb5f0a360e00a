package dev.callbook.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An open workspace tab: the stream of what the server sends it.
public final class LiveTab implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpResponse<Stream<String>> response;
  private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();

  private LiveTab(HttpResponse<Stream<String>> response) {
    this.response = response;
    Thread.startVirtualThread(this::read);
  }

  static LiveTab open(URI root, String session) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/workspace/stream"))
            .header("Cookie", "callbook_session=" + session)
            .header("Accept", "text/event-stream")
            .build();
    return new LiveTab(HTTP.sendAsync(request, BodyHandlers.ofLines()).join());
  }

  public int status() {
    return response.statusCode();
  }

  /// The next update's HTML; waits for it.
  public String next() {
    try {
      String update = updates.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (update == null) {
        throw new AssertionError("nothing came");
      }
      return update;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The first of the next updates that holds a text.
  public String nextWith(String text) {
    return next(update -> update.contains(text));
  }

  /// The first of the next updates that is as wanted.
  public String next(Predicate<String> wanted) {
    for (String update = next(); ; update = next()) {
      if (wanted.test(update)) {
        return update;
      }
    }
  }

  private void read() {
    StringBuilder data = new StringBuilder();
    try (Stream<String> lines = response.body()) {
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        String line = each.next();
        if (line.startsWith("data:")) {
          data.append(line.substring("data:".length())).append('\n');
        } else if (line.isEmpty() && !data.isEmpty()) {
          updates.add(data.toString());
          data.setLength(0);
        }
      }
    } catch (RuntimeException closed) {
      // The tab was closed, or the server ended the stream.
    }
    updates.add("(end)");
  }

  @Override
  public void close() {
    response.body().close();
  }
}
