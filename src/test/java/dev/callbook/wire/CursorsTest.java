package dev.callbook.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.platform.Vault;
import dev.callbook.testing.TestDatabase;
import dev.callbook.wire.Cursors.Walk;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CursorsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
  private static final UUID OURS = UUID.fromString("019ab0f6-7c00-7000-8000-000000000001");
  private static final UUID OTHERS = UUID.fromString("019ab0f6-7c00-7000-8000-000000000002");
  private static final Walk WALK = new Walk("contacts", OURS, List.of("*"));
  private static final List<String> PLACE = List.of("ruiz ana", "a\"b,c", "");

  @Inject Vault vault;
  @Inject ObjectMapper json;

  @Test
  void a_cursor_gives_back_the_place_it_was_made_for() {
    String cursor = at(NOW).after(WALK, PLACE);

    assertEquals(Optional.of(PLACE), at(NOW).place("cursor", WALK, cursor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void an_empty_cursor_is_none(String cursor) {
    assertEquals(Optional.empty(), at(NOW).place("cursor", WALK, cursor));
    assertEquals(Optional.empty(), at(NOW).place("cursor", WALK, null));
  }

  @Test
  void a_cursor_is_good_for_24_hours() {
    String cursor = at(NOW).after(WALK, PLACE);
    Duration day = Duration.ofHours(24);

    assertEquals(
        Optional.of(PLACE), at(NOW.plus(day).minusMillis(1)).place("cursor", WALK, cursor));
    assertEquals("expired", refused(at(NOW.plus(day)), WALK, cursor));
  }

  @Test
  void a_cursor_belongs_to_one_list_of_one_organization() {
    String cursor = at(NOW).after(WALK, PLACE);

    for (Walk other :
        List.of(
            new Walk("organizations", OURS, List.of("*")),
            new Walk("contacts", OTHERS, List.of("*")),
            new Walk("contacts", OURS, List.of()),
            new Walk("contacts", OURS, List.of("*", "*")))) {
      assertEquals("invalid.value", refused(at(NOW), other, cursor));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "not base64!", "AAAA", "bm8gY3Vyc29yIG9mIG91cnMgYXQgYWxsLCBidXQgbG9uZw"})
  void what_is_no_cursor_is_refused(String cursor) {
    assertEquals("invalid.value", refused(at(NOW), WALK, cursor));
  }

  @Test
  void a_cursor_that_was_changed_is_refused() {
    byte[] sealed = Base64.getUrlDecoder().decode(at(NOW).after(WALK, PLACE));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

      assertEquals("invalid.value", refused(at(NOW), WALK, cursor));
    }
  }

  @Test
  void a_cursor_shows_nothing_of_its_place() {
    String cursor = at(NOW).after(WALK, PLACE);

    String bytes = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("ruiz"));
    assertNotEquals(cursor, at(NOW).after(WALK, PLACE));
  }

  private Cursors at(Instant now) {
    return new Cursors(vault, json, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String refused(Cursors cursors, Walk walk, String cursor) {
    Invalid refusal = assertThrows(Invalid.class, () -> cursors.place("cursor", walk, cursor));
    assertEquals("cursor", refusal.errors().getFirst().field());
    return refusal.errors().getFirst().rule();
  }
}
