package dev.callbook.testing;

import dev.callbook.platform.DatabaseConnection;
import dev.callbook.platform.EmbeddedPostgres;
import dev.callbook.platform.EmbeddedPostgres.Durability;
import dev.callbook.platform.OtherPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/// A fresh, empty database for the tests of one application, on real PostgreSQL.
///
/// One server serves all tests of a JVM: the embedded one; or, by system property, one of the
/// system's packages (`callbook.test.postgres-version`) or any (`callbook.test.database-url`, with
/// `callbook.test.database-user` and `callbook.test.database-password`; the user must be allowed to
/// make databases).
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private static final String PROPERTY = "callbook.test.";

  private String name = "";

  @Override
  public Map<String, String> start() {
    name = make();
    return connection(name).settings();
  }

  @Override
  public void stop() {
    execute("drop database if exists " + name + " with (force)");
  }

  /// A connection to a new, empty database, for tests that need no application.
  public static DatabaseConnection fresh() {
    return connection(make());
  }

  private static String make() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute("create database " + name);
    return name;
  }

  private static DatabaseConnection connection(String database) {
    DatabaseConnection server = TestServer.CONNECTION;
    String url = server.url().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    return new DatabaseConnection(url, server.user(), server.password());
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
    private static final Path TARGET = Path.of("target");

    static final DatabaseConnection CONNECTION = connect();

    private static DatabaseConnection connect() {
      String url = property("database-url");
      String version = property("postgres-version");
      if (!url.isEmpty()) {
        return new DatabaseConnection(
            url, property("database-user"), property("database-password"));
      }
      return version.isEmpty() ? embedded() : ofSystem(Integer.parseInt(version));
    }

    private static String property(String name) {
      return System.getProperty(PROPERTY + name, "");
    }

    private static DatabaseConnection ofSystem(int version) {
      try {
        Path folder = Files.createTempDirectory(TARGET, "postgresql-" + version + "-");
        OtherPostgres postgres = OtherPostgres.ofSystem(version, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres.connection();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Each application of a test profile has classes of its own, this one included: those that
    /// come later find the server by system properties.
    private static DatabaseConnection embedded() {
      if (!property("running.url").isEmpty()) {
        return new DatabaseConnection(
            property("running.url"), property("running.user"), property("running.password"));
      }
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(TARGET.resolve("test-data"), Durability.MEMORY);
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      DatabaseConnection connection = postgres.connection();
      System.setProperty(PROPERTY + "running.url", connection.url());
      System.setProperty(PROPERTY + "running.user", connection.user());
      System.setProperty(PROPERTY + "running.password", connection.password());
      return connection;
    }
  }
}
