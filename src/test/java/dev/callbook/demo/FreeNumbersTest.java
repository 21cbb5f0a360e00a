package dev.callbook.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No number of the demo rings anywhere.
class FreeNumbersTest {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /// Kept free for fiction, by whom `countries.properties` says.
  private static final Set<String> RESERVING = Set.of("US", "GB", "DE", "FR", "SE");

  static Stream<Country> others() {
    return Country.all().stream().filter(country -> !RESERVING.contains(country.code()));
  }

  @Test
  void countries_whose_regulator_keeps_no_numbers_free_are_known() {
    assertEquals(11, others().count());
  }

  @ParameterizedTest
  @MethodSource("others")
  void where_none_are_reserved_they_lie_where_the_plan_assigns_nothing(Country country)
      throws NumberParseException {
    FreeNumbers numbers = new FreeNumbers();
    for (int i = 0; i < 400; i++) {
      for (String text : new String[] {numbers.land(country), numbers.mobile(country)}) {
        PhoneNumber number = PLANS.parse(text, null);
        assertFalse(PLANS.isValidNumber(number), text);
        assertEquals(ValidationResult.IS_POSSIBLE, PLANS.isPossibleNumberWithReason(number), text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "GB", "DE", "FR", "SE"})
  void no_number_is_handed_out_twice(String code) {
    Country country =
        Country.all().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    FreeNumbers numbers = new FreeNumbers();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 90; i++) {
      assertTrue(seen.add(numbers.land(country)));
      assertTrue(seen.add(numbers.mobile(country)));
    }
  }

  @Test
  void strangers_call_from_numbers_for_drama() {
    SplittableRandom dice = Dice.of("strangers", 0);
    for (int i = 0; i < 100; i++) {
      String number = FreeNumbers.stranger(dice);
      assertTrue(number.matches("\\+353 20 91\\d \\d{4}|\\+61 [237] 5550 \\d{4}"), number);
    }
  }
}
