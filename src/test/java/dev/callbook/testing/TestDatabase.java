package dev.callbook.testing;

import dev.callbook.platform.DatabaseConnection;
import dev.callbook.platform.EmbeddedPostgres;
import dev.callbook.platform.EmbeddedPostgres.Durability;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/// A fresh, empty database for the tests of one application, on real PostgreSQL.
///
/// One server serves all tests of a JVM: the embedded one, or the one at the system property
/// `callbook.test.database-url` (with `callbook.test.database-user` and `-password`), which must
/// allow the user to make databases.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private static final String PROPERTY = "callbook.test.database-";

  private String name = "";

  @Override
  public Map<String, String> start() {
    name = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute("create database " + name);
    DatabaseConnection server = TestServer.CONNECTION;
    return Map.of(
        "quarkus.datasource.jdbc.url", withDatabase(server.url(), name),
        "quarkus.datasource.username", server.user(),
        "quarkus.datasource.password", server.password());
  }

  @Override
  public void stop() {
    execute("drop database if exists " + name + " with (force)");
  }

  /// A connection to a new, empty database, for tests that need no application.
  public static DatabaseConnection fresh() {
    Map<String, String> settings = new TestDatabase().start();
    return new DatabaseConnection(
        settings.getOrDefault("quarkus.datasource.jdbc.url", ""),
        settings.getOrDefault("quarkus.datasource.username", ""),
        settings.getOrDefault("quarkus.datasource.password", ""));
  }

  private static String withDatabase(String url, String database) {
    return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
  }

  private static void execute(String sql) {
    DatabaseConnection server = TestServer.CONNECTION;
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Started once, at the first use; it ends with the JVM.
  private static final class TestServer {
    static final DatabaseConnection CONNECTION = connect();

    private static DatabaseConnection connect() {
      String url = System.getProperty(PROPERTY + "url", "");
      return url.isEmpty()
          ? embedded()
          : new DatabaseConnection(
              url,
              System.getProperty(PROPERTY + "user", ""),
              System.getProperty(PROPERTY + "password", ""));
    }

    private static DatabaseConnection embedded() {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(Path.of("target", "test-data"), Durability.MEMORY);
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      return postgres.connection();
    }
  }
}
