package dev.callbook.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// A running PostgreSQL server, or a part of one.
record Postmaster(ProcessHandle process) {
  private static final Logger LOG = Logger.getLogger(Postmaster.class);
  private static final String LOCK = "postmaster.pid";

  /// How long a server may take to write out what it holds in memory; after that it is cut off,
  /// which costs nothing but a recovery from its log at the next start.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Ends what an earlier process of ours, killed, left running on `database`; leaves alone what is
  /// not ours.
  ///
  /// The file that PostgreSQL leaves in its folder only names a process, and by now that number may
  /// belong to anybody: to another PostgreSQL, say, after a restart of the machine or where the
  /// folder is a copy. So the process itself is asked which folder it was started on.
  static void endLeftOn(Path database) throws IOException {
    Path file = database.resolve(LOCK);
    if (!Files.exists(file)) {
      return;
    }
    Optional<ProcessHandle> named = read(file).flatMap(ProcessHandle::of);
    if (named.isPresent() && isStartedOn(named.get(), database)) {
      LOG.info("Stopping the database that an earlier process left running");
      new Postmaster(named.get()).stop();
    } else if (named.isEmpty() || !worksIn(named.get(), database)) {
      // The server is dead; its number may be a stranger's. PostgreSQL would take any live process
      // for the server, and
      // refuses to start while a part of the dead one is still at work.
      Files.delete(file);
      endPartsOn(database);
    }
  }

  /// Ends the server in good order: sessions are cut off, everything is written out.
  void stop() throws IOException {
    // What PostgreSQL calls the fast shutdown; and the immediate one.
    if (!endsOn("INT") && !endsOn("QUIT")) {
      throw new IOException("the database process " + process.pid() + " does not stop");
    }
  }

  private static void endPartsOn(Path database) throws IOException {
    List<ProcessHandle> parts =
        ProcessHandle.allProcesses()
            .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
            .filter(p -> worksIn(p, database))
            .toList();
    for (ProcessHandle part : parts) {
      if (!new Postmaster(part).endsOn("QUIT")) {
        throw new IOException(
            "a part of the last database, process " + part.pid() + ", does not stop");
      }
    }
  }

  private boolean endsOn(String signal) throws IOException {
    Commands.run(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", signal, "" + process.pid()), "");
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
