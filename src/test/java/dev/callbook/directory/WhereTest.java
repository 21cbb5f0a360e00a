package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.directory.Filter.AllOf;
import dev.callbook.directory.Filter.AnyOf;
import dev.callbook.directory.Filter.Not;
import dev.callbook.directory.Filter.OneOf;
import dev.callbook.directory.Filter.Since;
import dev.callbook.directory.Filter.Until;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhereTest {
  private enum Field {
    COLOUR,
    MADE
  }

  private static final Instant MOMENT = Instant.parse("2026-01-31T08:00:00Z");

  private static Where where(Filter<Field> filter) {
    return Where.of(
        filter,
        field ->
            switch (field) {
              case COLOUR -> "colour = any({value})";
              case MADE -> "made_at";
            });
  }

  @Test
  void everything_needs_no_condition() {
    assertEquals("", where(Filter.everything()).text());
  }

  @Test
  void what_was_sent_is_a_parameter_and_never_text() {
    Where where = where(new OneOf<>(Field.COLOUR, List.of("red", "' or true --")));

    assertEquals(" and colour = any(:filter0)", where.text());
    assertArrayEquals(
        new String[] {"red", "' or true --"}, (String[]) where.values().get("filter0"));
  }

  @Test
  void conditions_combine_in_parentheses() {
    Where where =
        where(
            new AnyOf<>(
                List.of(
                    new AllOf<>(
                        List.of(new Since<>(Field.MADE, MOMENT), new Until<>(Field.MADE, MOMENT))),
                    new Not<>(new OneOf<>(Field.COLOUR, List.of("red"))))));

    assertEquals(
        " and ((made_at >= :filter0 and made_at <= :filter1) or (colour = any(:filter2)) is not true)",
        where.text());
    assertEquals(MOMENT, where.values().get("filter1"));
  }

  @Test
  void nothing_is_one_of_none_and_everything_is_all_of_none() {
    assertEquals(" and false", where(new AnyOf<>(List.of())).text());
    assertEquals(" and (true) is not true", where(new Not<>(Filter.<Field>everything())).text());
    assertFalse(where(new AnyOf<>(List.of())).text().isEmpty());
  }
}
