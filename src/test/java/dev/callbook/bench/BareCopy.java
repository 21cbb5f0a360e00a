package dev.callbook.bench;

import dev.callbook.testing.EmbeddedDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// The least an import could take: the rows it wrote, sent by `COPY` into empty tables of the same
/// columns, checks and indexes, on the same server.
final class BareCopy {
  /// The tables an import writes records to. Its own bookkeeping is not among them.
  private static final String WRITTEN =
      """
      select relname
        from pg_stat_user_tables
       where schemaname = 'public' and n_live_tup > 1000 and relname not like 'import%'
       order by relname
      """;

  private final EmbeddedDatabase database;
  private final Path folder;

  /// @param folder takes a file for each table
  BareCopy(EmbeddedDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /// The tables measured, in their order.
  List<String> tables() throws SQLException, IOException {
    database.execute("analyze");
    return database.select(WRITTEN);
  }

  /// How long the rows of `tables` take, each table in a transaction of its own.
  Duration measure(List<String> tables) throws SQLException, IOException {
    Files.createDirectories(folder);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
      statement.execute("create schema bare");
      for (String table : tables) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(table)))) {
          copies.copyOut("copy public." + table + " to stdout", out);
        }
        statement.execute(
            "create table bare.%s (like public.%s including all)".formatted(table, table));
      }
      statement.execute("checkpoint");
      long begin = System.nanoTime();
      for (String table : tables) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(table)))) {
          copies.copyIn("copy bare." + table + " from stdin", in);
        }
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      statement.execute("drop schema bare cascade");
      return took;
    } finally {
      for (String table : tables) {
        Files.deleteIfExists(file(table));
      }
    }
  }

  private Path file(String table) {
    return folder.resolve(table + ".copy");
  }
}
