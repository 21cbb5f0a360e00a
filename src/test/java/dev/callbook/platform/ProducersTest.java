package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("oldest-postgres")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProducersTest {
  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject Ids ids;

  @Test
  void what_is_stored_is_what_is_read() {
    UUID[] divisions = {ids.next(), ids.next()};
    Instant now = clock.instant();

    assertArrayEquals(divisions, select("select :value", divisions, UUID[].class));
    assertEquals(now, select("select cast(:value as timestamptz)", now, Instant.class));
    assertEquals("{\"a\": 1}", select("select cast(:value as jsonb)", "{\"a\":1}", String.class));
  }

  @Test
  void a_statement_filters_by_an_array_of_ids() {
    UUID division = ids.next();

    boolean within =
        jdbi.withHandle(db ->
            db.createQuery("select :one = any(:all)")
                .bind("one", division)
                .bind("all", new UUID[] {ids.next(), division})
                .mapTo(Boolean.class)
                .one());

    assertTrue(within);
  }

  @Test
  void the_database_is_the_one_the_tests_are_meant_to_run_on() {
    int version =
        jdbi.withHandle(db -> db.createQuery("show server_version_num").mapTo(Integer.class).one());
    assertEquals(Integer.getInteger("callbook.test.postgres-version", 18), version / 10_000);
  }

  private <T> T select(String sql, T value, Class<T> type) {
    return jdbi.withHandle(db -> db.createQuery(sql).bind("value", value).mapTo(type).one());
  }
}
