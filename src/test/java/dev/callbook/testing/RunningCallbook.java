package dev.callbook.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The packaged Callbook, running as a process of its own as an operator would run it.
public final class RunningCallbook implements AutoCloseable {
  private static final String READY = "Callbook is ready at ";

  private final Process process;
  private final List<String> output = new ArrayList<>();
  private final CompletableFuture<String> url = new CompletableFuture<>();
  private final CompletableFuture<Void> written;

  private RunningCallbook(Process process) {
    this.process = process;
    this.written = CompletableFuture.runAsync(this::read, Thread::startVirtualThread);
  }

  /// Starts it and returns at once.
  public static RunningCallbook launch(
      User user, Path folder, Map<String, String> environment, String... settings) {
    List<String> command = new ArrayList<>(user.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("jvm.options").toAbsolutePath());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar"));
    command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString());
    command.addAll(List.of(settings));
    return launch(command, folder, environment);
  }

  /// Starts it through the front door, as whoever tries it does, and returns at once.
  public static RunningCallbook launchByScript(
      Path folder, Map<String, String> environment, String... settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of("callbook").toAbsolutePath().toString());
    command.addAll(List.of(settings));
    return launch(command, folder, environment);
  }

  private static RunningCallbook launch(
      List<String> command, Path folder, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOOK_"));
    builder.environment().putAll(environment);
    try {
      return new RunningCallbook(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Starts it on the database in `folder/data` and returns when it is ready.
  public static RunningCallbook start(User user, Path folder) {
    RunningCallbook callbook = launch(user, folder, Map.of(), "--port=0");
    callbook.url();
    return callbook;
  }

  /// Where it answers; waits until it does.
  public URI url() {
    return URI.create(url.join());
  }

  /// The process it is.
  public ProcessHandle process() {
    return process.toHandle();
  }

  /// The status of its readiness check.
  public int readiness() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url().resolve("/q/health/ready")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  /// Waits for the end and gives the exit code.
  public int end() {
    written.join();
    return process.onExit().join().exitValue();
  }

  /// What it has written, line by line, both to output and error.
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /// Ends it as a supervisor does, in good order.
  public void stop() {
    process.destroy();
    end();
  }

  /// Ends it as `kill -9` does. The database, a process of its own, stays.
  public void kill() {
    process.destroyForcibly();
    end();
  }

  @Override
  public void close() {
    stop();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (output) {
          output.add(line);
        }
        if (line.startsWith(READY)) {
          url.complete(line.substring(READY.length()));
        }
      }
    } catch (IOException e) {
      url.completeExceptionally(e);
    }
    url.completeExceptionally(new IllegalStateException("it ended: " + output()));
  }
}
