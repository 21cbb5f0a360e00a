package dev.callbook.bench;

import dev.callbook.testing.CallCentre.Seat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long it takes from the moment a source reports a call until the card is on the agent's open
/// tab: the time between sending the event and having read the update, over HTTP, with one open
/// stream for each agent.
final class PopLatency {
  private static final Pattern QUEUE = Pattern.compile("bench-(\\d+)");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  /// Milliseconds. @param lost cards that did not come within ten seconds
  record Result(double p50, double p95, double p99, double max, int lost) {}

  private final URI base;
  private final String token;
  private final List<Seat> agents;
  private final List<String> callers;
  // As browsers do without TLS: a connection for each stream.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
  private final Map<Integer, Long> arrived = new ConcurrentHashMap<>();
  private final Map<Integer, CountDownLatch> seen = new ConcurrentHashMap<>();

  private PopLatency(URI base, String token, List<Seat> agents, List<String> callers) {
    this.base = base;
    this.token = token;
    this.agents = agents;
    this.callers = callers;
  }

  /// Opens a stream for each agent, then reports calls at an even rate.
  ///
  /// @param token of a client that may report
  /// @param callers numbers that call in turn
  static Result measure(
      URI base,
      String token,
      List<Seat> agents,
      List<String> callers,
      int callsPerSecond,
      Duration length)
      throws InterruptedException {
    return new PopLatency(base, token, agents, callers).run(callsPerSecond, length);
  }

  private Result run(int callsPerSecond, Duration length) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(agents.size());
    agents.forEach(agent -> Thread.startVirtualThread(() -> listen(agent, ready)));
    if (!ready.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException(ready.getCount() + " streams sent nothing");
    }
    int calls = Math.toIntExact(length.toSeconds() * callsPerSecond);
    CountDownLatch reported = new CountDownLatch(calls);
    try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1)) {
      for (int i = 0; i < calls; i++) {
        int call = i;
        Runnable report = () -> Thread.startVirtualThread(() -> report(call, reported));
        ScheduledFuture<?> _ =
            clock.schedule(report, i * 1_000_000L / callsPerSecond, TimeUnit.MICROSECONDS);
      }
      reported.await();
    }
    http.shutdownNow();
    return result(calls);
  }

  private void listen(Seat agent, CountDownLatch ready) {
    HttpRequest request =
        request("/workspace/stream")
            .header("Cookie", "callbook_session=" + agent.session())
            .build();
    boolean isFirst = true;
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        String line = each.next();
        Matcher queue = QUEUE.matcher(line);
        while (queue.find()) {
          int call = Integer.parseInt(queue.group(1));
          arrived.putIfAbsent(call, System.nanoTime());
          seen(call).countDown();
        }
        if (isFirst && line.isEmpty()) {
          isFirst = false;
          ready.countDown();
        }
      }
    } catch (IOException | UncheckedIOException closed) {
      // The measurement is over.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(int call, CountDownLatch reported) {
    Seat agent = agents.get(call % agents.size());
    String event =
        """
        {"source": "bench", "sourceEventId": "%s", "interactionId": "%s", "kind": "offered", "queue": "bench-%d",
         "agent": {"user": "%s"}, "from": {"raw": "%s"}}\
        """
            .formatted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                call,
                agent.email(),
                callers.get(call % callers.size()));
    try {
      sent.put(call, System.nanoTime());
      HttpResponse<String> answer =
          http.send(
              request("/api/v2/callbook/interactions/events")
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(event))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      finish(agent, answer.body(), call);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reported.countDown();
    }
  }

  /// The agent is done with it once it was seen, so that screens stay as full as in real life.
  private void finish(Seat agent, String answer, int call)
      throws IOException, InterruptedException {
    boolean isSeen = seen(call).await(10, TimeUnit.SECONDS);
    Matcher id = ID.matcher(answer);
    if (!isSeen) {
      return;
    }
    if (!id.find()) {
      throw new IllegalStateException(answer);
    }
    http.send(
        request("/workspace/" + id.group(1) + "/finish")
            .header("Cookie", "callbook_session=" + agent.session())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("HX-Request", "true")
            .POST(BodyPublishers.ofString("code=Done"))
            .build(),
        BodyHandlers.discarding());
  }

  private CountDownLatch seen(int call) {
    return seen.computeIfAbsent(call, _ -> new CountDownLatch(1));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  private Result result(int calls) {
    double[] millis =
        sent.entrySet().stream()
            .filter(call -> arrived.containsKey(call.getKey()))
            .mapToDouble(call -> (arrived.getOrDefault(call.getKey(), 0L) - call.getValue()) / 1e6)
            .sorted()
            .toArray();
    if (millis.length == 0) {
      throw new IllegalStateException("no card came");
    }
    return new Result(
        at(millis, 0.5),
        at(millis, 0.95),
        at(millis, 0.99),
        Arrays.stream(millis).max().orElseThrow(),
        calls - millis.length);
  }

  private static double at(double[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * (sorted.length - 1)))];
  }
}
