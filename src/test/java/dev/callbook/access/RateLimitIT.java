package dev.callbook.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.platform.DatabaseConnection;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.RunningCallbook;
import dev.callbook.testing.TestDatabase;
import dev.callbook.testing.User;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two Callbook processes on one database share a token's limit.
class RateLimitIT {
  private static final String CLIENT = "0193f7a2-5e1c-7b60-8000-000000000001";
  private static final String SECRET = "a secret of this test alone";
  private static final int ALLOWED = 100;

  @Test
  void two_nodes_together_take_as_many_requests_as_one(@TempDir Path folder) {
    Map<String, String> environment = environment();
    try (RunningCallbook first =
        RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
      first.url();
      try (RunningCallbook second =
          RunningCallbook.launch(User.SELF, folder, environment, "--port=0")) {
        String token = CallCentre.token(first.url(), CLIENT, SECRET);
        List<CallCentre> nodes =
            List.of(new CallCentre(first.url(), token), new CallCentre(second.url(), token));
        // If the minute ends meanwhile the count begins anew: the next try is within one.
        int taken = taken(nodes);
        assertEquals(ALLOWED, taken == ALLOWED ? taken : taken(nodes));
      }
    }
  }

  /// Asks both in turn until both refuse, from the beginning of a minute.
  private static int taken(List<CallCentre> nodes) {
    awaitFreshMinute(nodes.getFirst());
    // The request that found the minute fresh counts.
    int taken = 1;
    for (int i = 0; i < 2 * ALLOWED; i++) {
      for (CallCentre node : nodes) {
        HttpResponse<String> answer = ask(node);
        taken += answer.statusCode() == 200 ? 1 : 0;
        assertTrue(
            answer.statusCode() == 200 || answer.statusCode() == 429,
            () -> answer.statusCode() + " " + answer.body());
      }
    }
    return taken;
  }

  private static void awaitFreshMinute(CallCentre node) {
    HttpResponse<String> answer = ask(node);
    while (answer.statusCode() != 200 || header(answer, "inin-ratelimit-count") != 1) {
      answer = ask(node);
    }
  }

  private static HttpResponse<String> ask(CallCentre node) {
    return node.api("GET", "/api/v2/organizations/me", "");
  }

  private static int header(HttpResponse<String> answer, String name) {
    return Integer.parseInt(answer.headers().firstValue(name).orElseThrow());
  }

  private static Map<String, String> environment() {
    DatabaseConnection database = TestDatabase.fresh();
    Map<String, String> environment = new HashMap<>();
    environment.put("CALLBOOK_DATABASE_URL", database.url());
    environment.put("CALLBOOK_DATABASE_USER", database.user());
    environment.put("CALLBOOK_DATABASE_PASSWORD", database.password());
    environment.put("CALLBOOK_CLIENT_ID", CLIENT);
    environment.put("CALLBOOK_CLIENT_SECRET", SECRET);
    environment.put("CALLBOOK_RATE_LIMIT_PER_MINUTE", String.valueOf(ALLOWED));
    return environment;
  }
}
