package dev.callbook.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How JSON is written.
@QuarkusTest
class JsonFormTest extends FeatureTest {
  @Inject ObjectMapper json;

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T16:12:01Z, 2026-11-27T16:12:01.000Z",
    "2026-11-27T16:12:01.500Z, 2026-11-27T16:12:01.500Z",
    "2026-11-27T16:12:01.123456Z, 2026-11-27T16:12:01.123Z"
  })
  void a_date_has_exactly_three_digits_after_the_second(String instant, String written)
      throws Exception {
    assertEquals("\"" + written + "\"", json.writeValueAsString(Instant.parse(instant)));
  }
}
