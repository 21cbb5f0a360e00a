package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
  @ParameterizedTest
  @CsvSource({
    "Priya Raghunathan, PR",
    "Tomás Herrera Vidal, TV",
    "Rosalind Mwangi-Fairweather, RM",
    "åsa lindqvist, ÅL",
    "Oracle, O",
    "山田太郎, 山",
    "' ', ''"
  })
  void initials_are_those_of_the_first_and_the_last_word(String name, String initials) {
    assertEquals(initials, PageText.initials(name));
  }

  @Test
  void a_letter_keeps_its_combining_accent() {
    assertEquals("A\u030AL", PageText.initials("a\u030Asa Lind"));
  }

  @Test
  void the_colour_stays_with_the_key() {
    assertEquals(PageText.hue("0193f7a2"), PageText.hue("0193f7a2"));
    assertTrue(PageText.hue("0193f7a2").matches("hue[1-6]"));
    assertTrue(PageText.hue("polygenelubricants").matches("hue[1-6]"), "a negative hash");
  }

  @Test
  void times_are_exact_to_the_millisecond() {
    assertEquals(
        "2026-11-10T15:31:00.123Z", PageText.iso(Instant.parse("2026-11-10T15:31:00.123456Z")));
  }

  @Test
  void times_read_in_the_viewers_language() {
    Instant at = Instant.parse("2026-11-10T15:31:00Z");
    assertEquals("10.11.2026, 15:31 UTC", PageText.readable(at, Locale.GERMAN));
    assertEquals("10.11.2026, 15:31 UTC", PageText.readable(at, "de"));
  }
}
