package dev.callbook.platform;

import java.util.Map;

/// How to connect to a PostgreSQL database by JDBC.
public record DatabaseConnection(String url, String user, String password) {
  /// The settings that tell the server's connection pool.
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url", Settings.literal(url),
        "quarkus.datasource.username", Settings.literal(user),
        "quarkus.datasource.password", Settings.literal(password));
  }

  /// Without the password: it has no place in a log.
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
