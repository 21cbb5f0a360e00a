package dev.callbook.bench;

import dev.callbook.testing.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the database alone makes of the look-up: the very statement Callbook sends, prepared, by
/// PostgreSQL's own `pgbench`.
final class PgBench {
  /// The statement as the server sees it while Callbook answers look-ups.
  private static final String RUNNING =
      """
      select query
        from pg_stat_activity
       where query like '%contact_phone h%lookup_key = $%' and query not like '%pg_stat_activity%'
       order by query_start desc
       limit 1
      """;

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String OF_ANY = "(select key from bench_key where i = :i)";

  private final EmbeddedDatabase database;
  private final Path folder;
  private final int keys;

  /// @param keys of how many rows of the table `bench_key`, from 1
  PgBench(EmbeddedDatabase database, Path folder, int keys) {
    this.database = database;
    this.folder = folder;
    this.keys = keys;
  }

  /// Writes the script. The statement is read off the server while `load` runs.
  void learn(CompletableFuture<?> load) throws SQLException, IOException {
    String statement = "";
    while (statement.isEmpty() && !load.isDone()) {
      statement = database.select(RUNNING).stream().findFirst().orElse("");
    }
    if (statement.isEmpty()) {
      throw new IllegalStateException("no look-up was seen on the server");
    }
    Files.writeString(
        script(), "\\set i random(1, %d)\n%s;\n".formatted(keys, withValues(statement)));
  }

  /// @return statements a second
  double run(int connections, Duration length) throws IOException {
    URI server = URI.create(database.url().substring("jdbc:".length()));
    List<String> command =
        List.of(
            "env",
            "PGPASSWORD=" + database.password(),
            program(),
            "-n",
            "-M",
            "prepared",
            "-c",
            "" + connections,
            "-j",
            "1",
            "-T",
            "" + length.toSeconds(),
            "-f",
            script().toString(),
            "-h",
            server.getHost(),
            "-p",
            "" + server.getPort(),
            "-U",
            "callbook",
            "callbook");
    String output = Commands.output(command);
    Matcher rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new IllegalStateException(output);
    }
    return Double.parseDouble(rate.group(1));
  }

  /// The parameters' values in their order: organization, divisions, key and whatever the product
  /// binds besides, told apart by what stands before them.
  private String withValues(String statement) throws SQLException, IOException {
    Matcher parameter = Pattern.compile("(\\S+\\s*\\(?)\\$\\d+").matcher(statement);
    StringBuilder script = new StringBuilder();
    String before = "";
    while (parameter.find()) {
      String head = statement.substring(0, parameter.start(1)) + parameter.group(1);
      before = head.toLowerCase(Locale.ROOT).stripTrailing();
      parameter.appendReplacement(
          script, Matcher.quoteReplacement(parameter.group(1) + value(before)));
    }
    parameter.appendTail(script);
    return script.toString().replace('\n', ' ');
  }

  private String value(String before) throws SQLException, IOException {
    if (before.endsWith("limit")) {
      return "26";
    }
    if (before.endsWith("lookup_key =")) {
      return OF_ANY;
    }
    if (before.endsWith("org_id =")) {
      return "'" + one("select org_id from org") + "'";
    }
    if (before.endsWith("any(") || before.endsWith("cast(")) {
      return "'{" + one("select string_agg(id::text, ',') from division") + "}'";
    }
    throw new IllegalStateException("what does the look-up bind after …" + before + "?");
  }

  private String one(String sql) throws SQLException, IOException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private Path script() {
    return folder.resolve("look-up.sql");
  }

  private static String program() {
    Path ofDebian = Path.of("/usr/lib/postgresql/15/bin/pgbench");
    return Files.isExecutable(ofDebian) ? ofDebian.toString() : "pgbench";
  }
}
