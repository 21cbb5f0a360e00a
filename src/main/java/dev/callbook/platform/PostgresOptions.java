package dev.callbook.platform;

import dev.callbook.platform.EmbeddedPostgres.Durability;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The options the embedded server runs with. They are given at every start rather than written to
/// its files, so that an old data folder runs with what the newest Callbook thinks right.
final class PostgresOptions {
  private PostgresOptions() {}

  static List<String> of(int port, Durability durability) {
    Map<String, String> options = new TreeMap<>();
    options.putAll(access(port));
    options.putAll(size());
    options.putAll(wal());
    options.putAll(log());
    // Whoever looks what runs sees whole statements.
    options.put("track_activity_query_size", "8kB");
    options.putAll(durability(durability));
    return options.entrySet().stream()
        .flatMap(o -> List.of("-c", o.getKey() + "=" + o.getValue()).stream())
        .toList();
  }

  private static Map<String, String> access(int port) {
    return Map.of(
        "port", "" + port,
        "listen_addresses", "127.0.0.1",
        "unix_socket_directories", "",
        "password_encryption", "scram-sha-256",
        "timezone", "UTC");
  }

  /// For a machine of two processors and two gigabytes or more, with the database on its
  /// solid-state disk. Memory is only taken as it is used. The statements of a directory are short:
  /// compiling them costs more than it saves.
  private static Map<String, String> size() {
    return Map.of(
        "max_connections", "60",
        "shared_buffers", "256MB",
        "effective_cache_size", "1GB",
        "work_mem", "16MB",
        "maintenance_work_mem", "128MB",
        "random_page_cost", "1.1",
        "jit", "off");
  }

  /// For imports, which touch every page of the indexes over and over: the first touch after a
  /// checkpoint logs the whole page. Few checkpoints log few of them, at the price of a longer
  /// recovery from a crash; this build of PostgreSQL knows only a compression that costs more
  /// processor than the bytes it saves.
  private static Map<String, String> wal() {
    return Map.of(
        "max_wal_size", "4GB",
        "checkpoint_timeout", "15min",
        "wal_buffers", "16MB",
        "wal_compression", "off");
  }

  /// Errors of statements quote the data they failed on, and the data is personal: they go to
  /// whoever sent the statement, never to a log.
  private static Map<String, String> log() {
    return Map.of(
        "logging_collector", "off",
        "log_destination", "stderr",
        "log_line_prefix", "",
        "log_min_messages", "log",
        "log_min_error_statement", "panic",
        "log_error_verbosity", "terse",
        "log_checkpoints", "off",
        "log_timezone", "UTC",
        "lc_messages", "C");
  }

  private static Map<String, String> durability(Durability durability) {
    String onDisk = durability == Durability.DISK ? "on" : "off";
    return Map.of("fsync", onDisk, "synchronous_commit", onDisk, "full_page_writes", onDisk);
  }
}
