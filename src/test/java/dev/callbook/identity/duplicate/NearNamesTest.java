package dev.callbook.identity.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
  @ParameterizedTest
  @CsvSource({
    "john smith, john smith, true",
    "john smith, smith john, true",
    "john smith, jon smith, true",
    "john smith, j smith, true",
    "jonathan smith, jon smith, true",
    "john smith, john smtih, true",
    "john smith, john smits, true",
    "john peter smith, john smith, true",
    "smith, smith, true",
    "john smith, smith, false",
    "john smith, jane smith, false",
    "john smith, peter smith, false",
    "john smith, john miller, false",
    "john smith, jo smith, false",
    "li wei, li wen, false",
    "'', '', false",
    "ana ruiz, '', false",
  })
  void near_are_names_that_differ_by_a_slip_a_short_form_or_a_middle_name(
      String one, String other, boolean near) {
    assertEquals(near, NearNames.areNear(one, other));
    assertEquals(near, NearNames.areNear(other, one));
  }
}
