package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialPlanTest {
  private static final DialPlan ES = DialPlan.of(new Region("ES"));

  @Test
  void a_plan_without_rules_rewrites_nothing() {
    assertEquals(List.of(), ES.rewritings("0034911234567"));
  }

  @Test
  void the_likeliest_reading_comes_first() {
    DialPlan plan =
        ES.withOutsideLine("9").withInternational("00").withNational("0").withBareCountryCodes();

    assertEquals(
        List.of("+44207", "+34044207", "+0044207", "0044207", "+90044207"),
        plan.rewritings("90044207").stream().map(DialPlan.Rewriting::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "9w", "123456789", " "})
  void a_prefix_that_is_no_digits_or_too_long_is_refused(String prefix) {
    assertThrows(IllegalArgumentException.class, () -> ES.withOutsideLine(prefix));
    assertThrows(IllegalArgumentException.class, () -> ES.withInternational(prefix));
    assertThrows(IllegalArgumentException.class, () -> ES.withNational(prefix));
  }
}
