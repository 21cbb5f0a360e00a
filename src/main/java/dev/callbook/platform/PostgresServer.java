package dev.callbook.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/// A PostgreSQL server that this process started, and what it has to say.
final class PostgresServer {
  private static final Logger LOG = Logger.getLogger(PostgresServer.class);

  private static final String READY = "database system is ready to accept connections";
  private static final String NOTE = "LOG:";

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile String lastWords = "it ended without a word";

  private PostgresServer(Process process) {
    this.process = process;
  }

  /// Runs the server and returns once it takes connections, which after an unclean end may be after
  /// a long recovery.
  ///
  /// @throws IOException if it ends instead, with the reason it gave
  static PostgresServer start(List<String> command) throws IOException {
    PostgresServer server =
        new PostgresServer(new ProcessBuilder(command).redirectErrorStream(true).start());
    // A virtual thread that reads from a process keeps one of the few threads that carry all the
    // others.
    Thread.ofPlatform().daemon().name("postgres-log").start(server::listen);
    try {
      server.ready.join();
    } catch (CompletionException e) {
      throw new IOException(server.lastWords, e);
    }
    return server;
  }

  /// Ends when the server ends, for whatever reason.
  CompletableFuture<Process> end() {
    return process.onExit();
  }

  Postmaster postmaster() {
    return new Postmaster(process.toHandle());
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      LOG.debug("the database's log ended", e);
    }
    ready.completeExceptionally(new IOException("ended"));
  }

  private void hear(String line) {
    if (line.contains(READY)) {
      ready.complete(null);
    }
    if (line.startsWith(NOTE)) {
      LOG.debug(line);
    } else if (ready.isDone()) {
      LOG.warn(line);
    } else {
      lastWords = line.replaceFirst("^[A-Z]+: +", "");
    }
  }
}
