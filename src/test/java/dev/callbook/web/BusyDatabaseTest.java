package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What people and programs are told while all connections to the database are at work.
@QuarkusTest
class BusyDatabaseTest extends FeatureTest {
  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int connections;

  @Test
  void whoever_finds_no_connection_is_asked_to_come_back() throws SQLException {
    String contact = directory.contact("Ana Ruiz").add();
    Seat admin = directory.person("Admin");
    List<Connection> held = new ArrayList<>();
    try {
      // One listens for announcements as long as the server runs.
      for (int i = 1; i < connections; i++) {
        held.add(database.getConnection());
      }
      var program =
          CompletableFuture.supplyAsync(() -> directory.asAdmin().get(CONTACTS + "/{}", contact));
      var person = CompletableFuture.supplyAsync(() -> api.at(admin).get("/contacts/{}", contact));

      Answer told = program.join().refuses(503, "service.unavailable");
      assertEquals("1", told.header("Retry-After"));
      person.join().shows(503).saying("Try again in a moment");
    } finally {
      for (Connection each : held) {
        each.close();
      }
    }
    directory.asAdmin().get(CONTACTS + "/{}", contact).answers(200);
  }
}
