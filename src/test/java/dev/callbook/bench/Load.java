package dev.callbook.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Requests of many connections at once, sent by `wrk`, each with a token.
///
/// @param paths a file of paths and queries, one a line; each is as likely as the others
record Load(URI root, String token, Path paths) {
  private static final Pattern FIGURES =
      Pattern.compile("figures (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
  private static final int REQUESTS = 1;
  private static final int MICROSECONDS = 2;
  private static final int ERRORS = 3;
  private static final int P50 = 4;
  private static final int P95 = 5;
  private static final int P99 = 6;
  private static final int MAX = 7;

  /// What was seen; latencies in milliseconds.
  record Seen(double perSecond, double p50, double p95, double p99, double max) {}

  /// As many requests as are answered: each connection sends the next one at once.
  Seen full(int connections, Duration length) {
    return run(connections, length, 0);
  }

  /// About so many requests a second, each connection pausing between two.
  Seen paced(int connections, double perSecond, Duration length) {
    return run(connections, length, Math.max(1, Math.round(connections * 1000 / perSecond)));
  }

  private Seen run(int connections, Duration length, long pauseMillis) {
    Path script = script();
    List<String> command =
        List.of(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + length.toSeconds() + "s",
            "-s",
            script.toString(),
            root.toString(),
            "--",
            paths.toString(),
            token,
            Long.toString(pauseMillis));
    try {
      Seen seen = read(Commands.output(command));
      Files.delete(script);
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path script() {
    try (InputStream lines = Load.class.getResourceAsStream("/bench/paths.lua")) {
      Path script = Files.createTempFile("paths", ".lua");
      return Files.write(script, requireNonNull(lines).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Seen read(String output) {
    MatchResult figures =
        FIGURES
            .matcher(output)
            .results()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(output));
    if (number(figures, ERRORS) > 0) {
      throw new IllegalStateException("requests failed: " + output);
    }
    return new Seen(
        number(figures, REQUESTS) * 1e6 / number(figures, MICROSECONDS),
        number(figures, P50) / 1e3,
        number(figures, P95) / 1e3,
        number(figures, P99) / 1e3,
        number(figures, MAX) / 1e3);
  }

  private static long number(MatchResult figures, int group) {
    return Long.parseLong(figures.group(group));
  }
}
