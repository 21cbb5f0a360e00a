package dev.callbook.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The database of a running Callbook, looked at from outside.
///
/// @param folder the data folder
public record EmbeddedDatabase(Path folder) {
  private static final int PORT_LINE = 3;

  public Connection connect() throws SQLException, IOException {
    return DriverManager.getConnection(url(), "callbook", password());
  }

  /// Where it listens, for JDBC.
  public String url() throws IOException {
    String port = Files.readAllLines(lock()).get(PORT_LINE).strip();
    return "jdbc:postgresql://127.0.0.1:" + port + "/callbook?sslmode=disable";
  }

  public String password() throws IOException {
    return Files.readString(files().resolve("callbook.password"));
  }

  public void execute(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// @return the first column
  public List<String> select(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /// The process of its server.
  public ProcessHandle server() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(lock()).getFirst().strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /// The file in which PostgreSQL says who serves the folder; absent when nobody does.
  public Path lock() {
    return files().resolve("postmaster.pid");
  }

  /// The files of the server.
  public Path files() {
    return folder.resolve("database");
  }
}
