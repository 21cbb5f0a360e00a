package dev.callbook.platform;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// A PostgreSQL that the operator runs.
public final class ConfiguredPostgres {
  private static final int OLDEST = 15;
  private static final String SECONDS_TO_CONNECT = "10";

  private ConfiguredPostgres() {}

  /// How to connect to the configured database, once it has been seen to answer.
  ///
  /// @throws CannotStart if it does not, or is older than PostgreSQL 15
  public static DatabaseConnection connection(DatabaseSettings settings) {
    DatabaseConnection connection =
        new DatabaseConnection(
            settings.url().orElseThrow(),
            settings.user().orElse(""),
            settings.password().orElse(""));
    check(connection);
    return connection;
  }

  private static void check(DatabaseConnection target) {
    // Parameters stay out of messages: one of them may be a password.
    String address = target.url().replaceFirst("\\?.*", "");
    try (Connection connection = open(target)) {
      DatabaseMetaData database = connection.getMetaData();
      if (database.getDatabaseMajorVersion() < OLDEST) {
        throw CannotStart.because(
            "the database at %s is PostgreSQL %s; Callbook needs %d or newer"
                .formatted(address, database.getDatabaseProductVersion(), OLDEST));
      }
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
      throw CannotStart.because(
          "cannot use the database of CALLBOOK_DATABASE_URL, %s: %s".formatted(address, reason));
    }
  }

  private static Connection open(DatabaseConnection target) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
    if (!target.user().isEmpty()) {
      properties.setProperty("user", target.user());
      properties.setProperty("password", target.password());
    }
    return DriverManager.getConnection(target.url(), properties);
  }
}
