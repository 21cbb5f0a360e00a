package dev.callbook.interaction;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.OrgId;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Seats;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeardEventsTest extends FeatureTest {
  @Inject InteractionStore store;
  @Inject Seats seats;
  @Inject Clock clock;

  @Test
  void an_event_is_remembered_for_two_weeks() {
    OrgId org = seats.organization();
    UUID source = UUID.randomUUID();
    Instant now = clock.instant();
    store.hear(org, source, "long ago", now.minus(Duration.ofDays(15)));
    store.hear(org, source, "a week ago", now.minus(Duration.ofDays(7)));

    new HeardEvents().forgetHeardEvents(store, clock).work().run();

    assertTrue(store.hear(org, source, "long ago", now), "as if heard for the first time");
    assertFalse(store.hear(org, source, "a week ago", now));
  }
}
