package dev.callbook.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/// A PostgreSQL server of our own, run as a child process on files in the data folder.
///
/// It listens on the loopback interface only, on a port that changes with every start, and asks for
/// a password that never leaves the data folder.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
  private static final int ATTEMPTS = 5;
  private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

  private final DataFolder data;
  private final PostgresServer server;
  private final DatabaseConnection connection;
  private volatile boolean closed;

  private EmbeddedPostgres(DataFolder data, PostgresServer server, DatabaseConnection connection) {
    this.data = data;
    this.server = server;
    this.connection = connection;
  }

  /// What an acknowledged write is worth.
  public enum Durability {
    /// It is on disk.
    DISK,
    /// It is in memory: for tests, which nobody misses.
    MEMORY
  }

  /// Starts the server, whatever state an earlier process, even a killed one, left the folder in.
  ///
  /// @param folder made and filled if absent; its database is in `folder/database`
  /// @throws CannotStart if another process uses the folder, it cannot be written to, or the server
  ///   does not start
  public static EmbeddedPostgres start(Path folder, Durability durability) {
    DataFolder data = DataFolder.open(folder);
    try {
      return start(data, durability);
    } catch (IOException e) {
      data.close();
      throw CannotStart.because("the embedded database does not start: " + e.getMessage());
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /// How to connect to it.
  public DatabaseConnection connection() {
    return connection;
  }

  /// Runs `reaction` should the server end without having been closed.
  ///
  /// @return done when the server has ended, and the reaction with it
  public CompletableFuture<Void> whenLost(Runnable reaction) {
    return server
        .end()
        .thenRun(() -> {
          if (!closed) {
            reaction.run();
          }
        });
  }

  /// Ends the server in good order and lets go of the folder.
  @Override
  public void close() {
    closed = true;
    try {
      server.postmaster().stop();
    } catch (IOException e) {
      LOG.warn("the embedded database was not stopped: " + e.getMessage());
    }
    data.close();
  }

  private static EmbeddedPostgres start(DataFolder data, Durability durability) throws IOException {
    DatabaseFiles files = DatabaseFiles.in(data);
    Postmaster.endLeftOn(files.folder());
    PostgresBinaries binaries = PostgresBinaries.unpack(data);
    files.makeIfAbsent(data, binaries);
    String password = files.password();
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        PostgresServer server = PostgresServer.start(command(files, binaries, port, durability));
        return new EmbeddedPostgres(data, server, connection(port, password));
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains(PORT_TAKEN)) {
          throw e;
        }
      }
    }
  }

  private static List<String> command(
      DatabaseFiles files, PostgresBinaries binaries, int port, Durability durability) {
    List<String> command = new ArrayList<>();
    if (Commands.succeeds(List.of("setsid", "true"))) {
      // A session of its own: Ctrl-C in a terminal goes to us alone, and we still need the database
      // to finish.
      command.add("setsid");
    }
    command.add(binaries.program("postgres"));
    command.addAll(List.of("-D", files.folder().toString()));
    command.addAll(PostgresOptions.of(port, durability));
    return files.user().command(command);
  }

  /// By the time the server asks for it somebody else may have taken the port; then it is tried
  /// again with another.
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static DatabaseConnection connection(int port, String password) {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
            .formatted(port, DatabaseFiles.USER);
    return new DatabaseConnection(url, DatabaseFiles.USER, password);
  }
}
