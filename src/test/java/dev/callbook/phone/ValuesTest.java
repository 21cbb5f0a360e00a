package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "34911234567",
        "+0349112345",
        "+123456",
        "+1234567890123456",
        "+34 911",
        "+34٩11234"
      })
  void what_is_not_in_e164_form_is_refused_without_repeating_it(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new E164(text));
    assertEquals("not an E.164 number", refused.getMessage());
  }

  @Test
  void the_shortest_and_the_longest_number_are_numbers() {
    assertEquals("+1234567", new E164("+1234567").value());
    assertEquals("+123456789012345", new E164("+123456789012345").value());
  }

  @Test
  void regions_are_found_in_any_case() {
    assertEquals(Optional.of(new Region("ES")), Region.find(" es "));
    assertEquals(Optional.empty(), Region.find("XX"));
    assertEquals(Optional.empty(), Region.find("001"));
    assertEquals(Optional.empty(), Region.find(""));
    assertThrows(IllegalArgumentException.class, () -> new Region("es"));
  }

  @Test
  void a_region_knows_its_calling_code_and_its_name_in_a_sentence() {
    assertEquals(34, new Region("ES").callingCode());
    assertEquals("Spain", new Region("ES").inWords());
    assertEquals("the United Kingdom", new Region("GB").inWords());
    assertEquals("the Netherlands", new Region("NL").inWords());
    assertFalse(new Region("FR").inWords().startsWith("the"));
  }
}
