package dev.callbook.access.oauth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Secrets;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryTest extends FeatureTest {
  @Inject LoginStore logins;
  @Inject CodeStore codes;
  @Inject Jdbi jdbi;
  @Inject Clock clock;

  @Test
  void expired_tokens_are_forgotten_and_others_stay() {
    byte[] old = token(clock.instant().minus(Duration.ofMinutes(1)));
    byte[] good = token(clock.instant().plus(Duration.ofMinutes(1)));

    new OAuthExpiry().forgetExpiredTokens(logins, codes, clock).work().run();

    assertFalse(isKept(old));
    assertTrue(isKept(good));
  }

  @Test
  void the_work_is_on_the_timetable() {
    List<String> timetable =
        jdbi.withHandle(db ->
            db.createQuery("select task_name from scheduled_tasks").mapTo(String.class).list());

    assertTrue(timetable.contains("access.oauth.forget-expired"), timetable.toString());
    assertTrue(timetable.contains("access.forget-expired"), timetable.toString());
    assertTrue(timetable.contains("interaction.forget-heard-events"), timetable.toString());
  }

  private byte[] token(Instant expires) {
    byte[] hash = Secrets.hash(UUID.randomUUID().toString());
    UUID client = directory.client("CRM").client().id();
    logins.addClientToken(directory.view("Billing").org(), client, hash, clock.instant(), expires);
    return hash;
  }

  private boolean isKept(byte[] hash) {
    return jdbi.withHandle(db ->
        db.createQuery("select count(*) = 1 from access_token where token_hash = :hash")
            .bind("hash", hash)
            .mapTo(Boolean.class)
            .one());
  }
}
