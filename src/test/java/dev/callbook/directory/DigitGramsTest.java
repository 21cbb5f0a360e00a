package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DigitGramsTest {
  private static final UUID DIVISION = UUID.fromString("01900000-0000-7000-8000-000000000100");

  @Test
  void any_four_digits_of_a_number_are_among_its_runs() {
    String digits = "34911234567";
    var stored = Arrays.stream(DigitGrams.of(DIVISION, digits)).boxed().collect(Collectors.toSet());

    for (int from = 0; from <= digits.length() - 4; from++) {
      for (int to = from + 4; to <= digits.length(); to++) {
        String part = digits.substring(from, to);
        assertTrue(
            Arrays.stream(DigitGrams.within(part))
                .allMatch(run -> stored.contains(DigitGrams.bits(DIVISION) | run)),
            part);
      }
    }
  }

  @Test
  void the_end_of_a_number_is_told_from_its_middle() {
    var stored =
        Arrays.stream(DigitGrams.of(DIVISION, "34911234567")).boxed().collect(Collectors.toSet());

    assertTrue(stored.contains(DigitGrams.bits(DIVISION) | DigitGrams.atEnd("4567")[0]));
    assertFalse(stored.contains(DigitGrams.bits(DIVISION) | DigitGrams.atEnd("3456")[0]));
  }

  @Test
  void divisions_keep_their_runs_apart() {
    int[] here = DigitGrams.of(DIVISION, "911234567");
    int[] there =
        DigitGrams.of(UUID.fromString("01900000-0000-7000-8000-000000000101"), "911234567");

    assertTrue(
        Arrays.stream(here).noneMatch(one -> Arrays.stream(there).anyMatch(two -> one == two)));
  }

  @Test
  void fewer_than_four_digits_have_no_runs() {
    assertEquals(0, DigitGrams.of(DIVISION, "112").length);
    assertArrayEquals(new int[] {2001}, DigitGrams.within("2001"));
  }
}
