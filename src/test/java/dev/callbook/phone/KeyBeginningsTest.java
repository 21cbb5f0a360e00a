package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyBeginningsTest {
  private final KeyBeginnings beginnings = new KeyBeginnings();

  @Test
  void numbers_of_the_caller_s_country_come_first() {
    assertEquals("+34911", beginnings.of("911", new Region("ES")).getFirst());
    assertEquals("+1911", beginnings.of("911", new Region("US")).getFirst());
  }

  @Test
  void what_is_dialled_before_a_number_at_home_is_not_part_of_it() {
    List<String> german = beginnings.of("0891", new Region("DE"));

    assertEquals("+49891", german.getFirst());
    assertTrue(german.contains("+390891"), "Italian numbers keep their zero");
    assertFalse(german.contains("+0891"));
    assertTrue(beginnings.of("8903", new Region("RU")).contains("+7903"));
  }

  @Test
  void digits_may_be_an_international_number_without_its_plus() {
    assertTrue(beginnings.of("34911", new Region("DE")).contains("+34911"));
  }
}
