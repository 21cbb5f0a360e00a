package dev.callbook.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A running PostgreSQL server, known by the folder it serves.
record Postmaster(ProcessHandle process) {
  private static final String LOCK = "postmaster.pid";

  /// How long a server may take to write out what it holds in memory; after that it is cut off,
  /// which costs nothing but a recovery from the log at the next start.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Finds the server that an earlier process of ours left running when it was killed.
  ///
  /// The file that PostgreSQL leaves in its folder only names a process, and by now that number may
  /// belong to anybody: to another PostgreSQL, say, after a restart of the machine or where the
  /// folder is a copy. So the process itself is asked which folder it was started on.
  ///
  /// @return empty if there is none, or if whoever serves the folder was not started by us
  static Optional<Postmaster> leftOn(Path database) throws IOException {
    Path file = database.resolve(LOCK);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Optional<ProcessHandle> named = read(file).flatMap(ProcessHandle::of);
    if (named.isPresent()
        && !isStartedOn(named.get(), database)
        && !worksIn(named.get(), database)) {
      // A stranger. PostgreSQL would take it for a server of this folder and refuse to start.
      // Should parts of a dead
      // server still be at work here, PostgreSQL knows them by their shared memory, and refuses
      // without the file too.
      Files.delete(file);
    }
    return named.filter(process -> isStartedOn(process, database)).map(Postmaster::new);
  }

  /// Ends the server in good order: sessions are cut off, everything is written out.
  void stop() throws IOException {
    // Signals of PostgreSQL: INT is the "fast" shutdown, QUIT the "immediate" one.
    for (String signal : List.of("INT", "QUIT")) {
      Commands.run(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", signal, "" + process.pid()), "");
      if (ends()) {
        return;
      }
    }
    throw new IOException("the database process " + process.pid() + " does not stop");
  }

  private boolean ends() throws IOException {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Optional<Long> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,9}"))
        .map(Long::valueOf);
  }

  private static boolean isStartedOn(ProcessHandle process, Path database) {
    List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
    int folder = arguments.indexOf("-D") + 1;
    return folder > 0
        && folder < arguments.size()
        && isSame(Path.of(arguments.get(folder)), database);
  }

  private static boolean worksIn(ProcessHandle process, Path database) {
    return isSame(Path.of("/proc/" + process.pid() + "/cwd"), database);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
