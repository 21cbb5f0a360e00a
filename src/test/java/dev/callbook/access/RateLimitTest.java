package dev.callbook.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.RateLimits.Standing;
import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Restricted;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often a token may be used, over the API and between nodes.
@QuarkusTest
@TestProfile(Restricted.class)
@Tag("oldest-postgres")
class RateLimitTest extends FeatureTest {
  private static final Instant MINUTE = Instant.parse("2026-03-01T10:00:00Z");

  @Inject RateStore store;
  @Inject RateLimitSettings settings;

  /// A node of its own, at a moment.
  private RateLimits node(Instant now) {
    return new RateLimits(store, settings, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static RateLimitSettings allowing(int perMinute) {
    return () -> perMinute;
  }

  private static ByteBuffer token() {
    return ByteBuffer.wrap(Secrets.hash(UUID.randomUUID().toString()));
  }

  private Standing count(RateLimits node, ByteBuffer token) {
    return node.count(directory.view("Billing").org(), token).orElseThrow();
  }

  private int accepted(RateLimits node, ByteBuffer token, int requests) {
    int accepted = 0;
    for (int i = 0; i < requests; i++) {
      accepted += count(node, token).exceeded() ? 0 : 1;
    }
    return accepted;
  }

  @Test
  void every_answer_says_how_the_token_stands() {
    Agent agent = directory.agentIn("Billing");

    Answer answer = api.as(agent).get(CONTACTS).answers(200);
    Answer refused =
        api.as(agent).get("/api/v2/oauth/clients").refuses(403, "missing.any.permissions");
    Answer missing = api.as(agent).get("/api/v2/nonsense").refuses(404, "not.found");

    assertEquals("20", answer.header("inin-ratelimit-allowed"));
    assertEquals("1", answer.header("inin-ratelimit-count"));
    int reset = Integer.parseInt(answer.header("inin-ratelimit-reset"));
    assertTrue(reset >= 1 && reset <= 60, answer.header("inin-ratelimit-reset"));
    assertFalse(refused.header("inin-ratelimit-count").isEmpty());
    assertFalse(missing.header("inin-ratelimit-count").isEmpty());
    assertEquals("", api.get(CONTACTS).header("inin-ratelimit-count"));
  }

  @Test
  void one_request_too_many_is_refused_until_the_minute_is_over() {
    Agent agent = directory.agentIn("Billing");
    Answer last = api.as(agent).get(CONTACTS);
    // The minute may end meanwhile, and the count begin anew: never more than once.
    for (int i = 0; i < 40 && last.status() == 200; i++) {
      last = api.as(agent).get(CONTACTS);
    }

    last.refuses(429, "too.many.requests.retry.after");
    int wait = Integer.parseInt(last.header("Retry-After"));
    assertTrue(wait >= 1 && wait <= 60, last.header("Retry-After"));
    assertEquals("20", last.header("inin-ratelimit-count"));
    last.holds("/details", "[]").holds("/errors", "[]");
    api.as(directory.agentIn("Billing")).get(CONTACTS).answers(200);
  }

  @Test
  void two_nodes_together_never_pass_the_limit() {
    ByteBuffer token = token();
    RateLimits first = node(MINUTE);
    RateLimits second = node(MINUTE.plusSeconds(20));

    int accepted = 0;
    for (int i = 0; i < 30; i++) {
      accepted += accepted(first, token, 1) + accepted(second, token, 1);
    }

    assertEquals(20, accepted);
  }

  @Test
  void a_node_that_stops_asking_keeps_little_from_the_other() {
    RateLimitSettings thousand = allowing(1_000);
    RateLimits busy = new RateLimits(store, thousand, Clock.fixed(MINUTE, ZoneOffset.UTC));
    RateLimits quiet = new RateLimits(store, thousand, Clock.fixed(MINUTE, ZoneOffset.UTC));
    ByteBuffer token = token();

    int few = accepted(quiet, token, 3);
    int many = accepted(busy, token, 1_500);

    assertEquals(3, few);
    assertEquals(1_000 - 8, many);
    assertEquals(5, accepted(quiet, token, 100));
  }

  @Test
  void the_next_minute_begins_anew() {
    ByteBuffer token = token();
    assertEquals(20, accepted(node(MINUTE), token, 30));

    RateLimits later = node(MINUTE.plus(Duration.ofMinutes(1)));

    assertEquals(1, count(later, token).count());
    assertEquals(1, count(node(MINUTE.plusSeconds(119)), token).resetSeconds());
  }

  @Test
  void a_node_whose_clock_is_behind_joins_the_minute_of_the_others() {
    ByteBuffer token = token();
    RateLimits ahead = node(MINUTE.plusSeconds(60));
    RateLimits behind = node(MINUTE.plusSeconds(58));

    assertEquals(12, accepted(ahead, token, 12));

    assertEquals(8, accepted(behind, token, 30));
  }

  @Test
  void without_a_limit_nothing_is_counted() {
    RateLimits open = new RateLimits(store, allowing(0), Clock.systemUTC());

    assertTrue(open.count(directory.view("Billing").org(), token()).isEmpty());
  }

  @Test
  void minutes_that_are_over_are_forgotten() {
    ByteBuffer token = token();
    assertEquals(20, accepted(node(MINUTE), token, 30));

    new Expiry()
        .forgetRates(store, Clock.fixed(MINUTE.plus(Duration.ofHours(2)), ZoneOffset.UTC))
        .work()
        .run();

    assertEquals(20, accepted(node(MINUTE), token, 30));
  }
}
