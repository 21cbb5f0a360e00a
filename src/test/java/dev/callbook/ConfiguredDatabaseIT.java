package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callbook.platform.DatabaseConnection;
import dev.callbook.platform.OtherPostgres;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Running on a PostgreSQL that the operator brings.
class ConfiguredDatabaseIT {
  @Test
  void the_oldest_supported_postgresql_serves_it_and_no_embedded_one_starts(
      @TempDir Path system, @TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/lib/postgresql/15")), "no PostgreSQL 15 is installed");
    try (OtherPostgres postgres = OtherPostgres.ofSystem(15, system)) {
      DatabaseConnection database = postgres.connection();
      Map<String, String> environment =
          Map.of(
              "CALLBOOK_DATABASE_URL", database.url(),
              "CALLBOOK_DATABASE_USER", database.user(),
              "CALLBOOK_DATABASE_PASSWORD", database.password());

      try (RunningCallbook callbook =
              RunningCallbook.launch(User.SELF, folder, environment, "--port=0");
          RunningCallbook second =
              RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
        assertEquals(200, callbook.readiness());
        assertEquals(200, second.readiness());
      }
      assertTrue(Files.notExists(folder.resolve("data")), "no data folder is made");
    }
  }
}
