package dev.callbook.platform;

/// How to connect to a PostgreSQL database by JDBC.
public record DatabaseConnection(String url, String user, String password) {
  /// Tells the server's connection pool.
  public void publish() {
    System.setProperty("quarkus.datasource.jdbc.url", Settings.literal(url));
    System.setProperty("quarkus.datasource.username", Settings.literal(user));
    System.setProperty("quarkus.datasource.password", Settings.literal(password));
  }

  /// Without the password: it has no place in a log.
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
