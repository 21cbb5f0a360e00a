package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

  private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void ids_of_one_millisecond_sort_in_the_order_they_were_made_in() {
    List<String> made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

    assertEquals(made.stream().sorted().distinct().toList(), made);
  }

  @Test
  void an_id_tells_when_it_was_made() {
    UUID id = ids.next();

    assertEquals(7, id.version());
    assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
  }
}
