package dev.callbook.workspace;

import static dev.callbook.testing.CallCentre.number;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.platform.DatabaseConnection;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.LiveTab;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.TestDatabase;
import dev.callbook.testing.User;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two Callbook processes on one database: the switchboard reports to one, the agent's tab is open
/// on the other.
class TwoNodesIT {
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000001";
  private static final String SECRET = "a secret of this test alone";
  private static final String ADMIN = "admin@localhost";
  private static final String PASSWORD = "a few words will do";

  @Test
  void a_call_reported_to_one_node_comes_up_on_a_tab_of_the_other(@TempDir Path folder) {
    Map<String, String> environment = environment();
    try (RunningCallbook first =
        RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
      first.url();
      try (RunningCallbook second =
          RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
        CallCentre centre =
            new CallCentre(first.url(), CallCentre.token(first.url(), CLIENT, SECRET));
        centre.contact("*", "Ana", "Ruiz", "+34911234567");
        Seat agent =
            new Seat(new UUID(0, 0), ADMIN, CallCentre.signIn(second.url(), ADMIN, PASSWORD));
        try (LiveTab tab = centre.at(second.url()).open(agent)) {
          assertFalse(tab.next().contains("Ana Ruiz"));
          centre.offer("c1", agent, number("+34911234567"));
          tab.nextWith("Ana Ruiz");
          centre.report(CallCentre.event("c1", "ended", agent, ""));
          assertTrue(tab.nextWith("wrap_up").contains("Ana Ruiz"));
        }
      }
    }
  }

  private static Map<String, String> environment() {
    DatabaseConnection database = TestDatabase.fresh();
    Map<String, String> environment = new HashMap<>();
    environment.put("CALLBOOK_DATABASE_URL", database.url());
    environment.put("CALLBOOK_DATABASE_USER", database.user());
    environment.put("CALLBOOK_DATABASE_PASSWORD", database.password());
    environment.put("CALLBOOK_ADMIN_PASSWORD", PASSWORD);
    environment.put("CALLBOOK_CLIENT_ID", CLIENT);
    environment.put("CALLBOOK_CLIENT_SECRET", SECRET);
    return environment;
  }
}
