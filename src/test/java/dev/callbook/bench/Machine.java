package dev.callbook.bench;

import dev.callbook.testing.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// What the figures were measured on.
final class Machine {
  private Machine() {}

  static String describe(EmbeddedDatabase database, long contacts)
      throws IOException, SQLException {
    return "%s: %,d contacts; %d processors (%s), %d GiB; JDK %s; PostgreSQL %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            contacts,
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name"),
            Math.round(
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                    / 1048576.0),
            Runtime.version().feature(),
            database.select("show server_version").getFirst());
  }

  private static String field(String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0");
    }
  }
}
